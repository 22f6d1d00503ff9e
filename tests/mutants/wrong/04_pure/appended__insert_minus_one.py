# why: insert(-1, …) puts the item before the last one
def appended(history, item):
    new = history[:]
    new.insert(-1, item)
    return new
