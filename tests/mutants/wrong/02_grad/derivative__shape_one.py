# why: Packs the number into a vector; the slope has shape (1,) and cannot be differentiated again.
# misconception: non-scalar
def derivative(f):
    def df(x):
        v = jnp.atleast_1d(x)
        return jax.grad(lambda v: f(v[0]))(v)

    return df
