# why: thinks of integers, where negative means -1 or less; -0.5 stays
def zero_negatives(x):
    return jnp.where(jnp.asarray(x) <= -1, 0, x)
