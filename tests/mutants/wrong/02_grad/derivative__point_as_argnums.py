# why: Put the point into the second slot of `jax.grad`.
# misconception: point-as-argnums
def derivative(f):
    def df(x):
        return jax.grad(f, x)

    return df
