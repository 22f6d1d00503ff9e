# why: history is rebound to a copy first, so += changes the copy only
def appended(history, item):
    history = history[:]
    history += [item]
    return history
