# why: returns a function that would compute an entry
def squared_distances(a, b):
    def entry(i, j):
        return jnp.sum((a[i] - b[j]) ** 2)

    return entry
