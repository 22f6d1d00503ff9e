# why: squares after the sum, so that differences cancel
def squared_distances(a, b):
    return jnp.sum(a[:, None, :] - b[None, :, :], axis=-1) ** 2
