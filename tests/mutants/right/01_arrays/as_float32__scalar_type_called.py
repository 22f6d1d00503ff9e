# why: jnp.float32 can be called and makes a jax.Array of that dtype
as_float32 = lambda values: jnp.float32(values)
