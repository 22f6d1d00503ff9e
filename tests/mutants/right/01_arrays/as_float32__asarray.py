# why: asarray with the dtype does the same, perhaps without a copy
def as_float32(values):
    return jnp.asarray(values, jnp.float32)
