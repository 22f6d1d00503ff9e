# why: f of a vector of one entry is a vector of one entry, which `jax.grad` does not take for a scalar.
# misconception: non-scalar
def derivative(f):
    return lambda x: jax.grad(f)(jnp.array([x]))
