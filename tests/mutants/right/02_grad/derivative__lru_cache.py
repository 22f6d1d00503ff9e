# why: Caching with functools is allowed, and it keeps different functions apart.
from functools import cache


@cache
def derivative(f):
    return jax.grad(f)
