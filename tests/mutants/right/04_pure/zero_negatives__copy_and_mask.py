# why: a boolean mask on a fresh NumPy copy
import numpy as np


def zero_negatives(x):
    fresh = np.array(x)
    fresh[fresh < 0] = 0
    return fresh
