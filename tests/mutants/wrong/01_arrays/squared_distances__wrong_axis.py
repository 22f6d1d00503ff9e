# why: sums over the points of b instead of over the coordinates
def squared_distances(a, b):
    differences = a[:, None, :] - b[None, :, :]
    return jnp.sum(differences**2, axis=1)
