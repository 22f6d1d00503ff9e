# why: root of the variance instead of std
def standardize(x):
    centred = x - jnp.mean(x)
    return centred / jnp.sqrt(jnp.var(centred))
