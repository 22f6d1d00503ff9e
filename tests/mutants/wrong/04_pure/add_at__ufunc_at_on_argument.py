# why: np.add.at works in place, here on the caller's array
# misconception: mutates-argument
import numpy as np


def add_at(x, indices, amounts):
    target = np.asarray(x)
    if not target.flags.writeable:
        target = target.copy()
    np.add.at(target, np.asarray(indices), np.asarray(amounts))
    return jnp.array(target)
