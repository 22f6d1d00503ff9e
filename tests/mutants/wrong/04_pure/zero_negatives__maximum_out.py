# why: the result is written over the argument
# misconception: mutates-argument | out-argument
import numpy as np


def zero_negatives(x):
    return np.maximum(x, 0, out=x if isinstance(x, np.ndarray) else None)
