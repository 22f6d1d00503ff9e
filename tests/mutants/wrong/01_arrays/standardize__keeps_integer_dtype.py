# why: converts the result back to the dtype of x, so integers are truncated
def standardize(x):
    """Standardise x, keeping its dtype."""
    z = (x - jnp.mean(x)) / jnp.std(x)
    return z.astype(x.dtype)
