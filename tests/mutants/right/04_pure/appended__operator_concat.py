# why: operator.concat on two lists
import operator


def appended(history, item):
    assert isinstance(history, list)
    return operator.concat(history, [item])
