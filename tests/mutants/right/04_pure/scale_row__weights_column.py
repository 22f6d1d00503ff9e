# why: a column of ones with the factor in one place, in the dtype of the matrix
def scale_row(matrix, row, factor):
    m = jnp.asarray(matrix)
    w = jnp.ones((m.shape[0], 1), m.dtype).at[row].set(factor)
    return w * m
