# why: the map is linear once mean and std are fixed, so linearize may apply it
def standardize(x):
    x = jnp.asarray(x, dtype=jnp.float32)
    s = jnp.std(x)
    f = lambda v: (v - jnp.mean(v)) / s
    _, push = jax.linearize(f, jnp.zeros_like(x))
    return push(x - x.ravel()[0])  # the shift goes away with the mean
