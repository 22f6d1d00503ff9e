# why: makes a copy, then appends to the original and cuts the copy one too short
# misconception: mutates-container
def appended(history, item):
    old = history[:]
    history.append(item)
    new = history
    assert len(new) == len(old) + 1
    return new
