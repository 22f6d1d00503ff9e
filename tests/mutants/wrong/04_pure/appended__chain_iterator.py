# why: an iterator and not a list
import itertools


def appended(history, item):
    return itertools.chain(history, [item])
