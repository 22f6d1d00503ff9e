# why: gives back the scaled row alone, not the matrix
def scale_row(matrix, row, factor):
    scaled = jnp.asarray(matrix)[row] * factor
    return scaled
