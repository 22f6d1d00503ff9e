# why: mean instead of sum, as in the worked example: the share and not the count
def count_above(x, threshold):
    return jnp.mean(x > threshold)
