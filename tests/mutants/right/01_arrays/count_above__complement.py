# why: all entries but those that are not above
def count_above(x, threshold):
    return x.size - jnp.sum(x <= threshold)
