# why: assigns the .at helper and returns it, there is no .set
# misconception: at-unfinished
def squared_distances(a, b):
    d = jnp.sum((a[:, None] - b[None, :]) ** 2, -1)
    table = jnp.zeros(d.shape).at[:, :]
    return table
