# why: takes reshape for a transpose and mixes the coordinates of different points
def squared_distances(a, b):
    n, d = a.shape
    m, _ = b.shape
    cols = jnp.reshape(b, (d, m))
    total = jnp.zeros((n, m))
    for k in range(d):
        total = total + (a[:, k][:, None] - cols[k]) ** 2
    return total
