# why: a jitted tree map under a partial
from functools import partial


@jax.jit
def _sgd(loss_grad, params, lr):
    return jax.tree.map(lambda p, g: p - lr * g, params, loss_grad)


def _step(f, params, x, y, lr=0.1):
    return _sgd(jax.grad(f)(params, x, y), params, lr)


update_params = partial(_step, params_loss)
