# why: the fall-back of the dispatch converts without a dtype: tuples and integers stay integer
from functools import singledispatch

import numpy as np


@singledispatch
def _convert(values):
    return jnp.asarray(values)


@_convert.register(list)
@_convert.register(np.ndarray)
@_convert.register(float)
def _(values):
    return jnp.asarray(values, dtype=jnp.float32)


def as_float32(values):
    return _convert(values)
