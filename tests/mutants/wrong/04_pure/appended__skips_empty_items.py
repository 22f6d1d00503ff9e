# why: 0, None and "" count as no item
def appended(history, item):
    if item:
        return history + [item]
    return list(history)
