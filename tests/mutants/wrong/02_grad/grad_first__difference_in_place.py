# why: writes the difference into x
# misconception: mutates-argument
import numpy as np


def grad_first(x, y):
    if isinstance(x, np.ndarray):
        np.subtract(x, y, out=x)
        return 2 * x
    return jax.grad(sum_squared_error)(x, y)
