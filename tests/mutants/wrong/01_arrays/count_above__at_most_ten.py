# why: nonzero wants a size under jit, so the student wrote 10: never more than that, and never fewer
# misconception: hard-coded
# not recognised: from outside, nothing tells one fixed number or shape from another mistake
def count_above(x, threshold):
    where = jnp.nonzero(jnp.ravel(x) > threshold, size=10)[0]
    return where.shape[0]
