# why: A directional derivative in direction 1 is the derivative.
def derivative(f):
    def df(t):
        t = jnp.asarray(t)
        value, tangent = jax.jvp(f, (t,), (jnp.ones_like(t),))
        return tangent

    return df
