# why: fancy += adds only the last of two amounts for one index
# misconception: set-not-add
import numpy as np


def add_at(x, indices, amounts):
    out = np.array(x)
    out[np.asarray(indices)] += np.asarray(amounts)
    return jnp.asarray(out)
