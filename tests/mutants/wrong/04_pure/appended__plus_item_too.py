# why: list + item: fails for numbers, merges for lists
def appended(history, item):
    return history + list(item) if hasattr(item, "__iter__") else history + [item]
