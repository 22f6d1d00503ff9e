# why: forgets to return the result
def standardize(x):
    x = (x - jnp.mean(x)) / jnp.std(x)
