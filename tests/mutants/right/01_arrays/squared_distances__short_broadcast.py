# why: b needs no new axis, broadcasting lines up from the right
def squared_distances(a, b):
    return jnp.square(jnp.asarray(a)[:, None] - b).sum(-1)
