# why: nests the two vmaps the wrong way round: rows are the points of b
def squared_distances(a, b):
    d2 = lambda p, q: jnp.sum((p - q) ** 2)
    over_a = jax.vmap(d2, in_axes=(0, None))
    return jax.vmap(over_a, in_axes=(None, 0))(a, b)
