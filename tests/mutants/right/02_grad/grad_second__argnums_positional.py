# why: `argnums` may be given by position.
from jax import grad


def grad_second(x, y):
    return grad(sum_squared_error, 1)(x, y)
