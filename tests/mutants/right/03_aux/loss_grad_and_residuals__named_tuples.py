# why: named tuples in named tuples are still pairs of pairs
from typing import NamedTuple


class Value(NamedTuple):
    loss: jax.Array
    residuals: jax.Array


class Result(NamedTuple):
    value: Value
    gradient: jax.Array


def loss_grad_and_residuals(x, y):
    def f(x) -> Value:
        return Value(sum_squared_error(x, y), x - y)

    value, gradient = jax.value_and_grad(f, has_aux=True)(x)
    return Result(Value(*value), gradient)
