# why: ravels both into one vector, and unravels the gradient
from jax.flatten_util import ravel_pytree


def grad_both(x, y):
    flat, unravel = ravel_pytree((x, y))
    return unravel(jax.grad(lambda v: sum_squared_error(*unravel(v)))(flat))
