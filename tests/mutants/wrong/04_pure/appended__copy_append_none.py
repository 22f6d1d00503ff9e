# why: works on a copy but returns what append returns, which is None
def appended(history, item):
    return history.copy().append(item)
