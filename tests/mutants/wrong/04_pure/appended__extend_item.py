# why: extend takes the item apart (strings and lists) or raises (numbers)
def appended(history, item):
    new = list(history)
    new.extend(item)
    return new
