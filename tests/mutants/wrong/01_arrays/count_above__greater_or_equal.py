# why: counts the equal ones too
import numpy as np


def count_above(x, threshold):
    x = np.asarray(x).ravel()
    n = 0
    for v in x:
        if not v < threshold:
            n += 1
    return n
