# why: adds 1e-6 to the standard deviation, which is too much where that is 1e-3 or less
EPS = 1e-6


def standardize(x):
    return (x - jnp.mean(x)) / (jnp.std(x) + EPS)
