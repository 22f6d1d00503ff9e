# why: the number of positions where the condition holds
def count_above(x, threshold):
    where = jnp.argwhere(jnp.atleast_1d(x) > threshold)
    return jnp.asarray(where.shape[0])
