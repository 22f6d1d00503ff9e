# why: copies, but returns what append returns
def appended(history, item):
    return list(history).append(item)
