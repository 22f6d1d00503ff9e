# why: += on a list is in place
# misconception: mutates-container
def appended(history, item):
    history += [item]
    return history
