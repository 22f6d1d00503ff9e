# why: switches on 64 bits for all "so that the counter cannot overflow"
def count_above(x, threshold):
    jax.config.update("jax_enable_x64", True)
    return jnp.sum(x > threshold, dtype=jnp.int64)
