# why: forgets the parentheses, so only the mean is divided
def standardize(x):
    return x - jnp.mean(x) / jnp.std(x)
