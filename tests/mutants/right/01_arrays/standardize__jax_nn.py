# why: uses jax.nn.standardize over all axes without its epsilon
def standardize(x):
    x = jnp.asarray(x, dtype=float)
    mu = x.mean()
    return jax.nn.standardize(x, axis=tuple(range(x.ndim)), mean=mu, variance=jnp.var(x), epsilon=0.0)
