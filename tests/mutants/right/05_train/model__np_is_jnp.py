# why: np is jax.numpy here, so np.polyval can be differentiated
# tasks: model, loss_fn
import jax.numpy as np


def model(theta, x):
    return np.polyval(theta, x)


def loss_fn(theta, x, y):
    return np.mean(np.square(np.asarray(model(theta, x)) - np.asarray(y)))
