# why: stops after the index of .at and returns the helper object
# misconception: at-unfinished
def standardize(x):
    z = (x - jnp.mean(x)) / jnp.std(x)
    return z.at[...]
