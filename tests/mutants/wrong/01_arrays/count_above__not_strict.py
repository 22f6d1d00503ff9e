# why: counts the entries equal to the threshold, too
def count_above(x, threshold):
    return jnp.sum(x >= threshold)
