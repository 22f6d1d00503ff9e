# why: sets NumPy's global seed "to be reproducible", which changes the random numbers of everyone else
# misconception: global-random
def standardize(x):
    np.random.seed(0)
    return (x - jnp.mean(x)) / jnp.std(x)
