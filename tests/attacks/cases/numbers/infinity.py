# wants: infinity, which is close to everything when the tolerance is relative to the answer
# holds: the tolerance is relative to what is expected
# weaken: compare
import numpy as np

def least(x): return float("inf")
def huge(x): return np.full(4, np.inf)
def ends(x): return -np.inf, np.inf
