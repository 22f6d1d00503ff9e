# why: counts rows with a hit, not the hits
def count_above(x, threshold):
    x = jnp.atleast_2d(jnp.asarray(x))
    rows = (x > threshold).any(axis=tuple(range(1, x.ndim)))
    return jnp.sum(rows)
