# why: Horner's rule as a fold over the coefficients
from functools import reduce


def model(theta, x):
    return reduce(lambda acc, c: acc * x + c, theta)
