# why: two vmaps over a function of two points
def _sq(p, q):
    d = p - q
    return d @ d


squared_distances = jax.vmap(jax.vmap(_sq, in_axes=(None, 0)), in_axes=(0, None))
