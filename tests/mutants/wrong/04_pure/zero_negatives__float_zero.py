# why: 0.0 turns integers into floats
def zero_negatives(x):
    return jnp.where(x < 0, 0.0, x)
