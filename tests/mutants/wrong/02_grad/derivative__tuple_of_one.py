# why: `argnums=(0,)` gives a tuple of one, not a scalar.
# misconception: argnums-tuple
def derivative(f):
    return jax.grad(f, argnums=(0,))
