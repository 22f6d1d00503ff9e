# why: the condition the other way round
def zero_negatives(x):
    return jnp.where(x > 0, x, 0)
