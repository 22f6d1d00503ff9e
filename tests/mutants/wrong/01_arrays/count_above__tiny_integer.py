# why: counts in 8 bits, which overflow at 128
def count_above(x, threshold):
    hits = jnp.where(x > threshold, 1, 0).astype(jnp.int8)
    return jnp.sum(hits, dtype=jnp.int8)
