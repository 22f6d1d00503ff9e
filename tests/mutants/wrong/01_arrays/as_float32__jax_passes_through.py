# why: a JAX array is handed back as it is, so an integer JAX array stays integer
def as_float32(values):
    if isinstance(values, jax.Array):
        return values  # already JAX
    return jnp.array(values, dtype=jnp.float32)
