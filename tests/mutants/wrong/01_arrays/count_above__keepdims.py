# why: keeps the axes, the count has shape (1, 1, ...)
def count_above(x, threshold):
    return jnp.sum(x > threshold, keepdims=True)
