# why: clip with a lower bound only
def zero_negatives(x):
    return jnp.clip(jnp.asarray(x), 0, None)
