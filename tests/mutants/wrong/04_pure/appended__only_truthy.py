# why: a falsy item (0, None, an empty list) is taken for no item
def appended(history, item=None):
    new = [*history]
    try:
        present = bool(item)
    except ValueError:
        present = True
    if present:
        new.append(item)
    return new
