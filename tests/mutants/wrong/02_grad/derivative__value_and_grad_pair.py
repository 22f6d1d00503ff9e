# why: The returned function gives the pair (value, slope).
def derivative(f):
    return jax.value_and_grad(f)
