# why: the mask as integers, multiplied by a vector of ones
def count_above(x, threshold):
    hits = jnp.ravel(jnp.asarray(x) > threshold).astype(jnp.int32)
    return hits @ jnp.ones_like(hits)
