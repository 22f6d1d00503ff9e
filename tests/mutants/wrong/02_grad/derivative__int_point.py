# why: Passes an integer to the gradient function.
# misconception: integer-input
def derivative(f):
    def df(x):
        return jax.grad(f)(int(x))

    return df
