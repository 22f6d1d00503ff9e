# why: a decorator turns the loss into the answer
from functools import partial


@partial(jax.grad, has_aux=True)
def grad_with_residuals(x, y):
    return sum_squared_error(x, y), x - y
