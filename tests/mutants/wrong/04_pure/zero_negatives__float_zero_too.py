# why: the 0.0 makes floats of integers
def zero_negatives(x):
    return jnp.where(x < 0, 0.0, x)
