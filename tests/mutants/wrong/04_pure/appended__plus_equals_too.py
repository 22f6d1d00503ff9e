# why: += on a list works in place
# misconception: mutates-container
def appended(history, item):
    history += [item]
    return history[:]
