# why: a tuple cannot change, but a list is asked for
def appended(history, item):
    return (*history, item)
