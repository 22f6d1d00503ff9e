# why: returns nested Python lists
def squared_distances(a, b):
    return [[float(jnp.sum((p - q) ** 2)) for q in b] for p in a]
