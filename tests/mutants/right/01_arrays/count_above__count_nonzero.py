# why: counting the True entries is what count_nonzero does
def count_above(x, threshold):
    return jnp.count_nonzero(jnp.greater(x, threshold))
