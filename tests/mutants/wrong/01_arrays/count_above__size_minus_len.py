# why: subtracts from len(x), which counts rows
def count_above(x, threshold):
    not_above = jnp.sum(x <= threshold)
    return len(x) - not_above
