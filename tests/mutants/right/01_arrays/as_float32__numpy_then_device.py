# why: NumPy converts, device_put hands it to JAX
import numpy as np


def as_float32(values, /, *, device=None):
    host = np.array(values, dtype=np.float32, copy=True)
    return jax.device_put(host, device)
