# why: np.subtract cannot take a tracer
# misconception: numpy-on-tracer
import numpy as np


def grad_first(x, y):
    def error(t):
        return np.dot(np.subtract(t, y).ravel(), np.subtract(t, y).ravel())

    return jax.grad(error)(x)
