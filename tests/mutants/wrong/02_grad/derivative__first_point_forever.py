# why: Remembers the slope of the first call in a closure and gives it at every point.
# misconception: hidden-state
def derivative(f):
    memo = None

    def df(x):
        nonlocal memo
        if memo is None:
            memo = jax.grad(f)(x)
        return memo

    return df
