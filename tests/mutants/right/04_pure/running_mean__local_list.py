# why: edits a list of its own; a list may stand for a pair
def running_mean(state, x):
    new = list(state)
    new[0] += 1
    new[1] += x
    return [new, new[1] / new[0]]
