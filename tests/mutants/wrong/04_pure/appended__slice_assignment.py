# why: assigning to a slice at the end changes the caller's list
# misconception: mutates-container
def appended(history, item):
    history[len(history) :] = [item]
    return list(history)
