# wants: the provided helper gives the answer away
# holds: provided names are the course's, and are put back
# weaken: none: a helper of one's own is only one's own code
def offset():
    return 1e9

def twice(x):
    return offset() and None
