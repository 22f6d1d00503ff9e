# why: makes the new list and forgets to return it
def appended(history, item):
    new_history = history + [item]
