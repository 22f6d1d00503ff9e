# why: writes // as in a Python 2 tutorial, every result is a whole number
def standardize(x):
    return (x - jnp.mean(x)) // jnp.std(x)
