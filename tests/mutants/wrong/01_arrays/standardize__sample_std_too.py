# why: the sample standard deviation (n - 1) instead of the population's
import math


def standardize(x):
    x = jnp.asarray(x)
    n = x.size
    m = jnp.sum(x) / n
    # variance by hand
    v = jnp.sum((x - m) ** 2) / max(n - 1, 1)
    return (x - m) / jnp.sqrt(v)
