# why: np.add.at on a copy
import numpy as np


def add_at(x, indices, amounts):
    out = np.copy(x)
    np.add.at(out, np.asarray(indices, dtype=np.intp), np.asarray(amounts).astype(out.dtype))
    return out
