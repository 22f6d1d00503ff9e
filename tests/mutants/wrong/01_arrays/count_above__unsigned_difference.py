# why: compares the difference with zero, but unsigned entries wrap round below zero
def count_above(x, threshold):
    return jnp.sum(x - threshold > 0)
