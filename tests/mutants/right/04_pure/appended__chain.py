# why: itertools.chain
from itertools import chain


def appended(history, item):
    return list(chain(history, (item,)))
