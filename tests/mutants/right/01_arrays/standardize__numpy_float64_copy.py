# why: works in place, but on a private float64 copy, and returns NumPy
import numpy as np


def standardize(x):
    z = np.array(x, dtype=np.float64)
    z -= z.mean()
    z /= z.std(ddof=0)
    return z
