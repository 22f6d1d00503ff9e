# why: squeezes the result, so [[1.0]] and [1.0] lose their axes of size one
def as_float32(values):
    result = jnp.array(values, dtype=jnp.float32)
    return jnp.squeeze(result)
