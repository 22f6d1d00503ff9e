# why: Returns the direction of descent, minus the derivative.
# misconception: sign
def derivative(f):
    return jax.grad(lambda x: -f(x))
