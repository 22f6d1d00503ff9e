# why: forgot the star: a pair of the old list and the item
def appended(history, item):
    return [history, item]
