# why: lru_cache of the row of classes, which nobody changes
from functools import lru_cache


@lru_cache
def _classes(k):
    return np.arange(k)


def one_hot(labels, num_classes):
    lab = np.asarray(labels)
    return np.equal(lab[:, None], _classes(num_classes)).astype(np.float32)
