# wants: half precision, within a generous tolerance
# holds: the tolerance is of single precision
# weaken: compare
import numpy as np

def twice(x): return np.asarray(2 * x).astype(np.float16) * np.float16(1.004)
def least(x): return np.float16(x.min() * 1.004)
