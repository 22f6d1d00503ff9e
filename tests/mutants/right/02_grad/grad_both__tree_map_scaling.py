# why: Half-gradients in a tuple, doubled leaf by leaf with tree.map.
def grad_both(x, y):
    half = (jnp.subtract(x, y), jnp.subtract(y, x))
    return jax.tree.map(lambda leaf: 2 * leaf, half)
