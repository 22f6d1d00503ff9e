# wants: an answer of gigabytes, for the grader to keep
# holds: what does not fit into a frame crosses as a few words
# weaken: none: a frame's length is looked at before a byte of it is read
import numpy as np

def huge(x): return np.zeros(60 << 20, np.uint8)
def least(x): return [np.zeros(1 << 20, np.uint8)] * 100
def ends(x): return "x" * (100 << 20)
