# why: Returns the gradient function, with the arguments bound but never called.
# misconception: gradient-not-called
from functools import partial


def grad_first(x, y):
    return partial(jax.grad(sum_squared_error), x, y)
