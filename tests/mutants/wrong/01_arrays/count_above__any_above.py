# why: answers whether there is one, not how many
def count_above(x, threshold):
    return jnp.any(x > threshold)
