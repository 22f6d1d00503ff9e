# why: takes away the sign instead of setting to 0
def zero_negatives(x):
    return jnp.abs(jnp.asarray(x))
