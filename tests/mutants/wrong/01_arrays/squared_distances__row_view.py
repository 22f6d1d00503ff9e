# why: `diff` is a view of the caller's row, and `-=` writes into it
import numpy as np


def squared_distances(a, b):
    rows = []
    for i in range(a.shape[0]):
        row = []
        for j in range(b.shape[0]):
            diff = a[i]
            diff -= b[j]
            row.append((diff ** 2).sum())
        rows.append(row)
    return jnp.array(rows)
