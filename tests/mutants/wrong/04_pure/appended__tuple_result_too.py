# why: a tuple, no list
def appended(history, item):
    return (*history, item)
