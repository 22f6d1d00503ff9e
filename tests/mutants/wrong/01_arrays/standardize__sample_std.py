# why: divides by n - 1, as statistics books and pandas do
def standardize(x):
    return (x - jnp.mean(x)) / jnp.std(x, ddof=1)
