# why: adds up the values above the threshold instead of counting them
def count_above(x, threshold):
    return jnp.sum(jnp.where(x > threshold, x, 0))
