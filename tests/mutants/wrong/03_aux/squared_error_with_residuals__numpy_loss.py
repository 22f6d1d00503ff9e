# why: computes with NumPy, so it cannot be differentiated
# misconception: numpy-on-tracer
import numpy as np


def squared_error_with_residuals(x, y):
    r = np.subtract(x, y)
    return np.vdot(r, r), r
