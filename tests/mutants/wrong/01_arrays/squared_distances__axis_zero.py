# why: sums over the first axis, the points of a
def squared_distances(a, b):
    return ((jnp.asarray(a)[:, None] - jnp.asarray(b)) ** 2).sum(0)
