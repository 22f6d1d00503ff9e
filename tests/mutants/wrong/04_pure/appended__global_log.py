# why: keeps the list in a global instead of taking it from the caller
# misconception: hidden-state
log = []


def appended(history, item):
    log.append(item)
    return list(log)
