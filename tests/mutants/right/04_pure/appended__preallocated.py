# why: makes a list of the right length and fills it
def appended(history: list, item) -> list:
    n = len(history)
    out = [None] * (n + 1)
    for i in range(n):
        out[i] = history[i]
    out[n] = item
    return out
