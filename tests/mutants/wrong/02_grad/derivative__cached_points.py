# why: `functools.cache` needs hashable points; JAX scalars and tracers are not.
import functools


def derivative(f):
    @functools.cache
    def df(x):
        return jax.grad(f)(x)

    return df
