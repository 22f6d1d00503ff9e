# why: returns the distance to the nearest point for every point of a
def squared_distances(a, b):
    table = jnp.sum((a[:, None, :] - b[None, :, :]) ** 2, axis=-1)
    return jnp.min(table, axis=1)
