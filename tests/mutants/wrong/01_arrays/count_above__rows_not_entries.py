# why: counts rows in which something is above, not entries
def count_above(x, threshold):
    above = jnp.asarray(x) > threshold
    if above.ndim > 1:
        above = above.any(axis=tuple(range(1, above.ndim)))
    return above.sum()
