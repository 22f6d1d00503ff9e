# why: The returned function gives yet another function, because the inner gradient is never called.
# misconception: gradient-not-called
def derivative(f):
    def df(x):
        return jax.grad(f)

    return df
