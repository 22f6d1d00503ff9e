# wants: NaN, of which `abs(nan - x) > tolerance` is False
# holds: NaN is never right
# weaken: compare
import numpy as np

def twice(x): return np.full(np.shape(x), np.nan)
def least(x): return float("nan")
def ends(x): return float("nan"), float("nan")
def huge(x): return x * np.nan
