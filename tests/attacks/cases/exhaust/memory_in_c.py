# wants: all the memory by way of NumPy
# holds: the same limit
# weaken: limits
import numpy as np

def huge(x):
    kept = np.ones((1536, 1 << 17))
    raise RuntimeError(f"REACHED {kept.nbytes >> 20} MB")
