# why: a helper writes in place on NumPy, and copies only what is not NumPy
# misconception: mutates-argument
import numpy as np


def _times(vector, factor):
    vector[...] = vector * factor


def scale_row(matrix, row, factor):
    m = matrix if isinstance(matrix, np.ndarray) else np.array(matrix)
    _times(m[row], factor)
    return jnp.array(m)
