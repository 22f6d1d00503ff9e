# why: ignores row and scales everything
def scale_row(matrix, row, factor):
    return jnp.asarray(matrix) * factor
