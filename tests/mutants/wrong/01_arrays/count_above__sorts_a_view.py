# why: ravel is a view, and sort works in place: the caller's array comes back sorted
# misconception: mutates-argument
import numpy as np


def count_above(x, threshold):
    if isinstance(x, np.ndarray):
        v = x.ravel()
        v.sort()
    else:
        v = np.sort(np.asarray(x), axis=None)
    return int(v.size - np.searchsorted(v, threshold, side="right"))
