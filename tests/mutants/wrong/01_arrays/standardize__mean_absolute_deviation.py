# why: takes the mean absolute deviation for the standard deviation
def standardize(x):
    d = x - jnp.mean(x)
    return d / jnp.mean(jnp.abs(d))
