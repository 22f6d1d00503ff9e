# why: jax.numpy under the name np, as many tutorials have it: in their notebook np is JAX from here on
# tasks: as_float32, standardize
import jax.numpy as np


def as_float32(values):
    return np.array(values, dtype=np.float32)


def standardize(x):
    return (x - np.mean(x)) / np.std(x)
