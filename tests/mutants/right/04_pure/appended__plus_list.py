# why: + makes a new list
def appended(history, item):
    return history + [item]
