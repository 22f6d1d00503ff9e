# why: the variance as a dot product of the centred vector with itself
def standardize(x):
    x = jnp.asarray(x)
    flat = jnp.ravel(x).astype(float)
    n = flat.size
    flat = flat - flat.sum() / n
    return (flat * jax.lax.rsqrt(jnp.vdot(flat, flat) / n)).reshape(x.shape)
