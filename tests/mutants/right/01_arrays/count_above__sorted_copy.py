# why: sorts a copy and searches from the right
import numpy as np


def count_above(x, threshold):
    ordered = np.sort(x, axis=None)
    return ordered.size - np.searchsorted(ordered, threshold, side="right")
