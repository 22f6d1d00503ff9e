# why: Sets entries of a JAX array with square brackets.
# misconception: item-assignment
def grad_second(x, y):
    g = jnp.zeros(jnp.shape(y))
    g[:] = 2 * (y - x)
    return g
