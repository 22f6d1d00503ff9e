# why: the gradient is NumPy, so -= writes into the caller's theta
# misconception: mutates-argument
import numpy as np


def update(theta, x, y, lr=0.1):
    r = np.asarray(theta[0] * x + theta[1] - y)
    g = np.array([2 * np.mean(r * np.asarray(x)), 2 * np.mean(r)], dtype=np.float32)
    theta -= np.float32(lr) * g
    return theta
