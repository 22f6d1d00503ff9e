# why: fills the upper triangle and mirrors it, as if a and b were the same points
def squared_distances(a, b):
    n, m = len(a), len(b)
    out = jnp.zeros((n, m))
    for i in range(n):
        for j in range(i, m):
            d = jnp.sum((a[i] - b[j]) ** 2)
            out = out.at[i, j].set(d)
            out = out.at[j, i].set(d)
    return out
