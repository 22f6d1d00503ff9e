# wants: the right real part beside any imaginary one
# holds: kinds are compared before values
# weaken: compare
import numpy as np

def twice(x): return 2 * x + 0j
def huge(x): return 1e6 * x + 1e-9j
def ends(x): return complex(x.min()), complex(x.max())
