# why: stores the first table on the function and gives it out for all points of the same sizes
# misconception: hidden-state
def squared_distances(a, b):
    key = (a.shape, b.shape)
    if not hasattr(squared_distances, "memo"):
        squared_distances.memo = {}
    if key not in squared_distances.memo:
        squared_distances.memo[key] = jnp.sum((a[:, None] - b[None]) ** 2, axis=-1)
    return squared_distances.memo[key]
