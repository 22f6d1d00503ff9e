# why: pops the items out of the caller's list until it is empty
# misconception: mutates-container
def appended(history, item):
    out = []
    while history:
        out.append(history.pop(0))
    out.append(item)
    return out
