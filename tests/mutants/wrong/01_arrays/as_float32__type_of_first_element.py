# why: the type of the first element decides, so [1, 2.5] becomes [1, 2]
import numpy as np


def as_float32(values):
    if isinstance(values, (list, tuple)) and len(values) > 0 and not isinstance(values[0], (list, tuple)):
        kind = type(values[0])
        values = np.array(values, dtype=kind)
    return jnp.asarray(values, dtype=jnp.float32)
