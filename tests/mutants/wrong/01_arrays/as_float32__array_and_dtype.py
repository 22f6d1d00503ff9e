# why: returns the array together with its dtype
def as_float32(values):
    x = jnp.array(values, dtype="float32")
    return x, x.dtype
