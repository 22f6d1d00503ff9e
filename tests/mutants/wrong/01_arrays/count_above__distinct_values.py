# why: a set drops repeated values
import numpy as np


def count_above(x, threshold):
    return len({float(v) for v in np.ravel(x) if v > threshold})
