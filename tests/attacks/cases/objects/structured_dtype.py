# wants: a dtype with fields, whose comparison NumPy refuses or answers with True
# holds: only numeric dtypes cross
# weaken: none: NumPy itself refuses the comparison
import numpy as np

def mask(x): return np.zeros(8, [("a", "?")])
def huge(x): return np.zeros(4, "datetime64[s]")
def least(x): return np.str_("-1")
