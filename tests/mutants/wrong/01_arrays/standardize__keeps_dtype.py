# why: casts back to the dtype of x, so integer input gives truncated integers
# misconception: int-truncates
def standardize(x):
    z = (x - jnp.mean(x)) / jnp.std(x)
    return z.astype(x.dtype)
