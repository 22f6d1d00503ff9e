# why: ** 1/2 is "to the first power, then half": the result is half of the right one
def squared_distances(a, b):
    dist_squared = jnp.sum((a[:, None] - b) ** 2, axis=-1) ** 1 / 2
    return dist_squared
