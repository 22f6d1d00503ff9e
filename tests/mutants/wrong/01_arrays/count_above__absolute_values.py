# why: compares absolute values, so large negative numbers count
def count_above(x, threshold):
    return jnp.sum(jnp.abs(x) > threshold)
