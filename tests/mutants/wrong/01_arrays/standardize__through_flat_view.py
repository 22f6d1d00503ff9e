# why: subtracts and divides in a flat view of the caller's NumPy array
# misconception: mutates-argument
import numpy as np


def standardize(x):
    if isinstance(x, np.ndarray) and x.dtype.kind == "f":
        flat = x.reshape(-1)
        flat -= flat.mean()
        flat /= flat.std()
        return jnp.array(flat.reshape(x.shape))
    return (x - jnp.mean(x)) / jnp.std(x)
