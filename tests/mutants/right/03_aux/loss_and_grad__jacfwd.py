# why: forward mode gives the same numbers, and the loss is just called once more
from jax import jacfwd


def loss_and_grad(params, x, y):
    return linear_loss(params, x, y), jacfwd(linear_loss)(params, x, y)
