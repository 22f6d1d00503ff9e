# why: returns a fresh list but extends the original as well
# misconception: mutates-container
def appended(history, item):
    result = []
    history.extend([item])
    for thing in history:
        result.append(thing)
    return result
