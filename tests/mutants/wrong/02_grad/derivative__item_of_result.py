# why: `.item()` cuts the thread to the input, so the second derivative is lost.
# misconception: item-kills-gradient
def derivative(f):
    return lambda x: jax.grad(f)(x).item()
