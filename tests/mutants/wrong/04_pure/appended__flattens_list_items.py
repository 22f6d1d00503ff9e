# why: a list as item is joined on instead of becoming one item
def appended(history, item):
    if isinstance(item, (list, tuple)):
        return [*history, *item]
    return [*history, item]
