# why: a partial of a helper with more parameters than needed
import functools


def affine(offset_index, theta, x):
    return theta[1 - offset_index] * x + theta[offset_index]


model = functools.partial(affine, 1)
