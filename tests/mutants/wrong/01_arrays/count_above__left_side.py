# why: searchsorted with its default side puts equal entries among the ones above
def count_above(x, threshold):
    s = jnp.sort(jnp.ravel(jnp.asarray(x, jnp.float32)))
    return s.size - jnp.searchsorted(s, threshold)
