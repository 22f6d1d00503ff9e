# why: also clips "outliers" to two standard deviations
def standardize(x):
    z = (x - jnp.mean(x)) / jnp.std(x)
    return jnp.clip(z, -2, 2)
