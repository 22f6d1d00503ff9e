# why: both loops run over len(a), right only when there are as many points in b
def squared_distances(a, b):
    n = len(a)
    rows = []
    for i in range(n):
        row = []
        for j in range(n):
            row.append(jnp.sum((a[i] - b[j]) ** 2))
        rows.append(row)
    return jnp.array(rows)
