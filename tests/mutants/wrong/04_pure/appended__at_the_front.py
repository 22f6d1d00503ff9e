# why: puts the item at the beginning
def appended(history, item):
    return [item] + history
