# why: a NumPy array that already is float32 is handed back as it is, no jax.Array
import numpy as np


def as_float32(values):
    dtype = getattr(values, "dtype", None)
    if dtype == np.float32:
        return values  # nothing to do
    return jnp.asarray(values, dtype=jnp.float32)
