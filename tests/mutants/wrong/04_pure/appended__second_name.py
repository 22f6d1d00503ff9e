# why: new is a second name of the same list
# misconception: mutates-container
def appended(history, item):
    new = history
    new.insert(len(new), item)
    return new
