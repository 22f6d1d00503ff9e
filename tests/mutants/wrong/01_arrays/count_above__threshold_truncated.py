# why: makes the threshold an integer first: -2.5 becomes -2, and -2 is not counted
def count_above(x, threshold):
    x = jnp.asarray(x)
    if jnp.issubdtype(x.dtype, jnp.integer):
        threshold = int(threshold)
    return jnp.count_nonzero(x > threshold)
