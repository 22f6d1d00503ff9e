# why: the sample std, turned back into the population's by the right factor
def standardize(x: jax.Array) -> jax.Array:
    n = np.size(x)
    s = jnp.std(x, ddof=1) * ((n - 1) / n) ** 0.5
    return (x - jnp.mean(x)) / s
