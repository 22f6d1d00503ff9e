# why: lax.select with zeros of the same dtype
def zero_negatives(x):
    x = jnp.asarray(x)
    return jax.lax.select(x < 0, jnp.zeros_like(x), x)
