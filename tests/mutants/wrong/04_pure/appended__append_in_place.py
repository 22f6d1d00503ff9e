# why: append changes the caller's list
# misconception: mutates-container
def appended(history, item):
    history.append(item)
    return history
