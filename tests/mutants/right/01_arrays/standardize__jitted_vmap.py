# why: jit around a vmap over the flattened entries, then the shape is restored
@jax.jit
def standardize(x):
    mu, sigma = jnp.mean(x), jnp.std(x)
    one = lambda v: (v - mu) / sigma
    return jax.vmap(one)(jnp.ravel(x)).reshape(jnp.shape(x))
