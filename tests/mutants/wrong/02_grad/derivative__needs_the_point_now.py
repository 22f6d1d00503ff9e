# why: Wrote a function of f and x; `derivative(f)` alone raises TypeError.
def derivative(f, x):
    return jax.grad(f)(x)
