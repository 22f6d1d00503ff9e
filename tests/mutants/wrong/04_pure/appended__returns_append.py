# why: append returns None, and the caller's list is changed
# misconception: mutates-container
def appended(history, item):
    return history.append(item)
