# why: assigns to .shape, which reshapes the caller's own array (and JAX arrays do not allow it)
# misconception: mutates-argument
def squared_distances(a, b):
    n, d = a.shape
    a.shape = (n, 1, d)
    return jnp.sum((a - b) ** 2, axis=-1)
