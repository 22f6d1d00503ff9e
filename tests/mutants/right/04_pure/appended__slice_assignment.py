# why: slice assignment on a copy
def appended(history, item):
    new = history.copy()
    new[len(new):] = [item]
    return new
