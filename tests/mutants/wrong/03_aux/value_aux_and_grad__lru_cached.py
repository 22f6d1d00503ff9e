# why: caches the whole function, but arrays cannot be hashed
from functools import cache


@cache
def value_aux_and_grad(f, x):
    (value, aux), gradient = jax.value_and_grad(f, has_aux=True)(x)
    return value, aux, gradient
