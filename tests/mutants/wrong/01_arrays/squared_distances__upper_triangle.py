# why: believes the table is symmetric and mirrors the upper half
def squared_distances(a, b):
    t = np.array(jnp.sum((a[:, None] - b[None]) ** 2, axis=-1))
    k = min(t.shape)
    for i in range(k):
        for j in range(i):
            t[i, j] = t[j, i]
    return jnp.array(t)
