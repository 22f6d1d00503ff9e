# why: subtracts the negative entries from x; -inf - (-inf) is nan
def zero_negatives(x):
    x = jnp.asarray(x)
    negative_part = jnp.where(x < 0, x, 0)
    return x - negative_part
