# why: believes a distance from the mean has no sign
def standardize(x):
    return jnp.abs(x - jnp.mean(x)) / jnp.std(x)
