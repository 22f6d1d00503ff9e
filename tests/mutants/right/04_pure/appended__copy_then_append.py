# why: append on a copy of its own
def appended(history, item):
    new = list(history)
    new.append(item)
    return new
