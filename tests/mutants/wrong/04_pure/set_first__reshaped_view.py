# why: reshape gives a view of a NumPy array, and `[:]` no copy either
# misconception: mutates-argument | read-only-view
import numpy as np


def set_first(x, value):
    new = np.asarray(x)[:]
    rows = new.reshape(new.shape[0], -1)
    rows[0] = np.ravel(value)
    return jnp.array(new)
