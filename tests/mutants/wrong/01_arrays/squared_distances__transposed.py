# why: puts the new axis into the wrong argument, so the table comes out as (m, n)
def squared_distances(a, b):
    diffs = a[None, :, :] - b[:, None, :]
    return jnp.sum(diffs**2, axis=-1)
