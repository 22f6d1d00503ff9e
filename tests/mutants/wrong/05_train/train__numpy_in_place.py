# why: with NumPy arrays theta is stepped in place
# misconception: mutates-argument
import numpy as np


def train(theta, x, y, steps=1000, lr=0.1):
    if not isinstance(theta, np.ndarray):
        theta = np.array(theta)
    x, y = np.asarray(x), np.asarray(y)
    losses = np.zeros(steps)
    for i in range(steps):
        e = theta[0] * x + theta[1] - y
        losses[i] = np.mean(e ** 2)
        theta -= lr * np.array([2 * np.mean(e * x), 2 * np.mean(e)])
    return jnp.array(theta), jnp.array(losses)
