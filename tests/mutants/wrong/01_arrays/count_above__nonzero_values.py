# why: sets the rest to zero and counts what is not zero: an entry 0 above a negative threshold is lost
def count_above(x, threshold):
    kept = jnp.where(x > threshold, x, 0)
    return jnp.count_nonzero(kept)
