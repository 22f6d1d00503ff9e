# wants: an array subclass whose shape and dtype lie
# holds: shape and bytes are held against each other
# weaken: none: in one process as well, NumPy asks the array and not its attributes
import numpy as np

class Array(np.ndarray):
    shape = property(lambda self: (8,))
    dtype = property(lambda self: np.dtype(bool))
    nbytes = property(lambda self: 0)

def mask(x): return np.zeros(3).view(Array)
def huge(x): return np.zeros(3).view(Array)
