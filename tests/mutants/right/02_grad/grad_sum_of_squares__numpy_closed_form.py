# why: plain NumPy, 2x into a fresh array
import numpy as np


def grad_sum_of_squares(x):
    out = np.empty(np.shape(x), np.asarray(x).dtype)
    np.multiply(x, 2, out=out)
    return out
