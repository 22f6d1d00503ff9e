# why: setdefault keeps the old value when the name is already there
def with_entry(params, layer, name, value):
    fresh = {k: v.copy() for k, v in params.items()}
    fresh[layer].setdefault(name, value)
    return fresh
