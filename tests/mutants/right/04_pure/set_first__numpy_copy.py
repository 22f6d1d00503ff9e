# why: item assignment on a private copy
import numpy as np


def set_first(x, value):
    mine = np.array(x, copy=True)
    mine[0] = value
    return mine
