# why: minus infinity times zero is NaN
def zero_negatives(x):
    x = jnp.asarray(x)
    return x * (x > 0).astype(x.dtype)
