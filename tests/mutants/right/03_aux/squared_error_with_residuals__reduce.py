# why: folds the squares together with functools.reduce; slow, but right in every shape
from functools import reduce
from operator import add


def squared_error_with_residuals(x, y):
    diff = jnp.asarray(x) - jnp.asarray(y)
    squares = [d * d for d in diff.ravel()]
    return reduce(add, squares, jnp.zeros((), diff.dtype)), diff
