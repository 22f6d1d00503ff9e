# why: fills a jnp table entry by entry
# misconception: item-assignment
def squared_distances(a, b):
    result = jnp.zeros((a.shape[0], b.shape[0]))
    for i in range(a.shape[0]):
        for j in range(b.shape[0]):
            result[i, j] = jnp.sum((a[i] - b[j]) ** 2)
    return result
