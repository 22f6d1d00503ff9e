# why: Called f before handing it to `jax.grad`.
# misconception: grad-of-value
def derivative(f):
    return lambda x: jax.grad(f(x))
