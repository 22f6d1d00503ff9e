# why: a generator over .flat, a Python int as the result
import numpy as np


def count_above(x, threshold):
    return sum(bool(v > threshold) for v in np.asarray(x).flat)
