# why: computes the transposed table on purpose and turns it at the end
def squared_distances(a, b):
    t = jnp.sum((a[None, :, :] - b[:, None, :]) ** 2, axis=2)
    return t.T
