# why: a fresh collections.Counter at every call is local
from collections import Counter


def count_above(x, threshold):
    tally = Counter(np.ravel(np.asarray(x) > threshold).tolist())
    return tally[True]
