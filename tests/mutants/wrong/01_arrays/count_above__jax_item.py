# why: marks the hits in a jnp array by item assignment
# misconception: item-assignment
def count_above(x, threshold):
    flat = jnp.ravel(x)
    marks = jnp.zeros(flat.shape, dtype=int)
    for i in range(flat.size):
        if flat[i] > threshold:
            marks[i] = 1
    return marks.sum()
