# why: the weights are floats, so an integer matrix comes back as floats
def scale_row(matrix, row, factor):
    weights = jnp.ones(matrix.shape[0])
    weights = weights.at[row].set(factor)
    return weights[:, None] * jnp.asarray(matrix)
