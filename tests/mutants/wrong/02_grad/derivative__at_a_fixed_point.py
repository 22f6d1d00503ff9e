# why: Evaluates the derivative at 1.0 and returns the number instead of the function.
def derivative(f):
    df = jax.grad(f)
    return df(1.0)
