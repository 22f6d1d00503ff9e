# why: Ravel the parameters, but the gradient is never unravelled.
from jax.flatten_util import ravel_pytree


def grad_params(params, x, y):
    flat, unravel = ravel_pytree(params)
    return jax.grad(lambda v: mlp_loss(unravel(v), x, y))(flat)
