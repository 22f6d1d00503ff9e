# why: makes all the pairs by hand with repeat and tile instead of broadcasting
def squared_distances(a, b):
    n, m = a.shape[0], b.shape[0]
    left = jnp.repeat(a, m, axis=0)
    right = jnp.tile(b, (n, 1))
    return jnp.sum((left - right) ** 2, axis=1).reshape(n, m)
