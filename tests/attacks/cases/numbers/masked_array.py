# wants: a masked array, whose masked entries are equal to anything
# holds: an array crosses as its bytes
# weaken: process
import numpy as np

def mask(x): return np.ma.masked_all(8, bool)
def huge(x): return np.ma.masked_all(4)
def least(x): return np.ma.masked
