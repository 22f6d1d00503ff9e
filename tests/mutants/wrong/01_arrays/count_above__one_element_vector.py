# why: packs the count into an array of shape (1,)
def count_above(x, threshold):
    n = jnp.count_nonzero(x > threshold)
    return jnp.array([n])
