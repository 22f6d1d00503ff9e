# why: leaves an item out that is already there
def appended(history, item):
    result = list(history)
    if item not in result:
        result.append(item)
    return result
