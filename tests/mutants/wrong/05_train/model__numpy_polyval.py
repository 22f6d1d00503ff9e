# why: NumPy's polyval is right on arrays but cannot be differentiated
# misconception: numpy-on-tracer
import numpy as np


def model(theta, x):
    return np.polyval(theta, x)
