# why: puts zeros on the diagonal "because a point has distance 0 to itself", though a and b are different sets
def squared_distances(a, b):
    d2 = jnp.sum((a[:, None, :] - b[None, :, :]) ** 2, axis=-1)
    eye = jnp.eye(d2.shape[0], d2.shape[1])
    return d2 * (1 - eye)
