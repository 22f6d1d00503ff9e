# why: the builtin sum adds along the first axis only, so a matrix gives a row of counts
def count_above(x, threshold):
    return sum(jnp.asarray(x) > threshold)
