# why: size times the gradient of the std is exactly (x - mean) / std
def standardize(x):
    xf = jnp.asarray(x, dtype=jnp.float32)
    # d std / d x_i = (x_i - mean) / (n * std)
    return xf.size * jax.grad(jnp.std)(xf)
