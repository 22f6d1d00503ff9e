# why: cuts the matrix in three and puts it together again
def scale_row(matrix, row, factor):
    m = jnp.asarray(matrix)
    above, this, below = m[:row], m[row : row + 1], m[row + 1 :]
    return jnp.vstack([above, this * factor, below])
