# why: b along the rows: (m, n) for (n, m)
def squared_distances(a, b):
    a = jnp.asarray(a)
    b = jnp.asarray(b)
    diff = a[None, :, :] - b[:, None, :]
    return (diff * diff).sum(-1)
