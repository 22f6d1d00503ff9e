# why: sums absolute differences, another distance
def squared_distances(a, b):
    return jnp.sum(jnp.abs(a[:, None, :] - b[None, :, :]), axis=-1)
