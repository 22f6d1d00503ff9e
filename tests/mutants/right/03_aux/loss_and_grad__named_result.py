# why: a named tuple is a tuple, and the names help the reader
from typing import NamedTuple


class LossAndGrad(NamedTuple):
    loss: jax.Array
    grads: dict


def loss_and_grad(params: dict, x: jax.Array, y: jax.Array) -> LossAndGrad:
    return LossAndGrad(*jax.value_and_grad(linear_loss)(params, x, y))
