# why: a starred target always makes a new list
def appended(history, item):
    (*result,) = *history, item
    return result
