# why: Hangs the gradient on the function that was handed in, which changes the argument.
# misconception: mutates-argument | hidden-state
def derivative(f):
    try:
        f.derivative = jax.grad(f)
    except AttributeError:
        return jax.grad(f)
    return f.derivative
