# why: overwrites the last item of the copy, and an empty list raises IndexError
def appended(history, item):
    new = history.copy()
    new[-1] = item
    return new
