# why: jnp.where gives a tuple with one array per axis, so len is the number of axes
def count_above(x, threshold):
    return len(jnp.where(x > threshold))
