# why: np.asarray does not copy: writes into the caller's NumPy array, and into a read-only view of a JAX array
# misconception: read-only-view | mutates-argument
def set_first(x, value):
    y = np.asarray(x)
    y[0] = value
    return jnp.asarray(y)
