# wants: zero, within an absolute tolerance of small numbers
# holds: the tolerance is of the scale of what is expected
# weaken: none: no number of this course is small; tests/checking/test_compare.py has the rule
import numpy as np

def least(x): return 1e-9 * x.min()
