# why: takes the root: distances, not squared ones
def squared_distances(a, b):
    return jnp.linalg.norm(a[:, None, :] - b[None, :, :], axis=-1)
