# why: turns on 64 bits for the whole session before asking for float32: a change of jax.config
def as_float32(values):
    jax.config.update("jax_enable_x64", True)  # found on StackOverflow
    return jnp.array(values, dtype=jnp.float32)
