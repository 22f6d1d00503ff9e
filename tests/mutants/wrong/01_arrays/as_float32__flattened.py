# why: flattens nested input to one long vector
def as_float32(values):
    v = jnp.asarray(values, dtype=jnp.float32)
    return v.reshape(-1)
