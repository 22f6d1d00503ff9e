# why: adds up ones and zeros as floats; the count is no integer
def count_above(x, threshold):
    return jnp.sum(jnp.where(x > threshold, 1.0, 0.0))
