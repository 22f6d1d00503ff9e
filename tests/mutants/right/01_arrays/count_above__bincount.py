# why: bin 1 of the bincount of the mask holds the hits
def count_above(x, threshold):
    mask = jnp.ravel(jnp.asarray(x) > threshold)
    return jnp.bincount(mask.astype(jnp.int32), length=2)[1]
