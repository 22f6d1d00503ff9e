# why: turns the mask into floats before the sum, so the count is a float
def count_above(x, threshold):
    return jnp.sum(jnp.where(x > threshold, 1.0, 0.0))
