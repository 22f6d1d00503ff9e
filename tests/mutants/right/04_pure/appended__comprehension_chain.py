# why: runs through both with itertools and makes a list of it
import itertools


def appended(history, item):
    return [entry for entry in itertools.chain(history, (item,))]
