# why: one flat vector for both
from jax.flatten_util import ravel_pytree


def update_params(params, x, y, lr=0.1):
    flat, back = ravel_pytree(params)
    return back(flat - lr * jax.grad(lambda v: params_loss(back(v), x, y))(flat))
