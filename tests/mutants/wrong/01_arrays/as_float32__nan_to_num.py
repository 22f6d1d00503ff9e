# why: cleans the numbers, so an infinity becomes the largest float
def as_float32(values) -> jax.Array:
    return jnp.nan_to_num(jnp.asarray(values, dtype=jnp.float32))
