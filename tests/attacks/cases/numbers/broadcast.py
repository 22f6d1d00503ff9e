# wants: an array that broadcasts against what is expected
# holds: shapes are compared before values
# weaken: compare
import numpy as np

def twice(x): return np.asarray(2 * x)[None]
def least(x): return np.full((3, 1), x.min())
def huge(x): return (1e6 * x)[None, :]
