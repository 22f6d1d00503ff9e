# why: f may branch on its input in Python, and under jit it cannot
def derivative(f):
    return jax.jit(jax.grad(f))
