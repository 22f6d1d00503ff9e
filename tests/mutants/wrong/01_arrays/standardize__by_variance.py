# why: divides by the variance
def standardize(x: jax.Array) -> jax.Array:
    centred = x - jnp.mean(x)
    return centred / jnp.mean(centred ** 2)
