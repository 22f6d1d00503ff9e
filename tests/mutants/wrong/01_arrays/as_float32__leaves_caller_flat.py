# why: the result is right, but a NumPy argument is left flattened: its shape was changed in place
# misconception: mutates-argument
import numpy as np


def as_float32(values):
    arr = np.asarray(values)
    shape = arr.shape
    arr.shape = (arr.size,)
    out = jnp.array([float(v) for v in arr], dtype=jnp.float32)
    return out.reshape(shape)
