# why: Python's statistics module on a list of floats
import statistics

import numpy as np


def standardize(x):
    numbers = [float(v) for v in np.asarray(x).ravel()]
    sd = statistics.pstdev(numbers, mu := statistics.fmean(numbers))
    return jnp.array([(v - mu) / sd for v in numbers]).reshape(np.shape(x))
