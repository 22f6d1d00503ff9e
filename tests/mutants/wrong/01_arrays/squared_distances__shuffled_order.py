# why: shuffles the loop order with Python's global random numbers
# misconception: global-random
import random


def squared_distances(a, b):
    order = list(range(a.shape[0]))
    random.shuffle(order)
    rows = {i: jnp.sum((a[i] - b) ** 2, axis=-1) for i in order}
    return jnp.stack([rows[i] for i in range(a.shape[0])])
