# wants: a subclass of ndarray that answers for every ufunc
# holds: an array crosses as dtype, shape and bytes
# weaken: process
import numpy as np

class Array(np.ndarray):
    def __array_ufunc__(self, *inputs, **kwargs): return np.True_
    def __array_function__(self, *inputs, **kwargs): return True
    def __eq__(self, other): return np.True_

def mask(x): return np.zeros(8, bool).view(Array)
def huge(x): return np.zeros(4).view(Array)
def least(x): return np.float64(9).reshape(()).view(Array)
