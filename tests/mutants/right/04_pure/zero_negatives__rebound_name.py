# why: clip with the array's own zero, the name rebound
def zero_negatives(x):
    x = jnp.clip(x, min=jnp.zeros((), dtype=x.dtype))
    return x
