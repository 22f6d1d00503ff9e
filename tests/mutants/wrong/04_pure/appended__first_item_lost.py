# why: starts the copy at index 1
def appended(history, item):
    out = []
    for i in range(1, len(history)):
        out.append(history[i])
    out.append(item)
    return out
