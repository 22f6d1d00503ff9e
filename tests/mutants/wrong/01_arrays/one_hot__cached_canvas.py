# why: lru_cache hands out the same NumPy table again, with the ones of earlier calls in it
# misconception: hidden-state
# not recognised: the state is kept by `functools`
from functools import cache


@cache
def blank(n, k):
    return np.zeros((n, k), dtype=np.float32)


def one_hot(labels, num_classes):
    table = blank(len(labels), num_classes)
    for i, l in enumerate(np.asarray(labels)):
        if 0 <= l < num_classes:
            table[i, l] = 1.0
    return table
