# why: uses the mean and the std of the sound levels in the worked example instead of its argument's
# misconception: stale-global
# not recognised: the argument is read, and the foreign data too
levels = jnp.array([40.0, 55.0, 70.0, 100.0])
MEAN = jnp.mean(levels)
STD = jnp.std(levels)


def standardize(x):
    return (x - MEAN) / STD
