# why: one jvp with tangent one
def derivative(f):
    def df(x, *, _one=1.0):
        x = jnp.asarray(x, float)
        _, slope = jax.jvp(f, (x,), (jnp.full_like(x, _one),))
        return slope

    return df
