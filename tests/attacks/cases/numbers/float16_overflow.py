# wants: half precision, where a million is infinity
# holds: what overflowed is not close
# weaken: none: NumPy's own comparison refuses an infinity, too
import numpy as np

def huge(x): return (1e6 * x).astype(np.float16)
