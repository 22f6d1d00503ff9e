# why: -inf * 0 is nan
def zero_negatives(x):
    x = jnp.asarray(x)
    mask = (x > 0).astype(x.dtype)  # 1 keep, 0 drop
    return x * mask
