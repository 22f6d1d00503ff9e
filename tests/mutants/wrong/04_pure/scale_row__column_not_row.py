# why: took axis 1 for the rows
def scale_row(matrix, row, factor):
    return jnp.asarray(matrix).at[:, row].multiply(factor)
