# why: The tangent map at x, applied to 1, is the slope.
def derivative(f):
    def df(x):
        x = jnp.asarray(x)
        _, tangent_map = jax.linearize(f, x)
        return tangent_map(jnp.ones_like(x))

    return df
