# why: calls .at[...].set in a loop but never keeps the new array: all zeros
# misconception: update-dropped
def squared_distances(a, b):
    table = jnp.zeros((len(a), len(b)))
    for i, p in enumerate(a):
        for j, q in enumerate(b):
            table.at[i, j].set(jnp.sum((p - q) ** 2))
    return table
