# why: counts in int8, which overflows above 127
def count_above(x, threshold):
    hits = x > threshold
    return jnp.sum(hits, dtype=jnp.int8)
