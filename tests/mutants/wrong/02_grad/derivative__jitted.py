# why: Jits the gradient, so an f that branches on its input with `if` fails.
def derivative(f):
    return jax.jit(jax.grad(f))
