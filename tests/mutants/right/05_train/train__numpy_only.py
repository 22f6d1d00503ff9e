# why: no JAX at all: NumPy in float64 on a copy
import numpy as np


def train(theta, x, y, steps=1000, lr=0.1):
    t = np.array(theta, dtype=np.float64)
    x = np.asarray(x, dtype=np.float64)
    y = np.asarray(y, dtype=np.float64)
    losses = np.empty(steps)
    for k in range(steps):
        e = t[0] * x + t[1] - y
        losses[k] = e @ e / e.size
        t -= 2 * lr / e.size * np.array([e @ x, e.sum()])
    return t, losses
