# why: the old entries come last and win over the new value
def with_entry(params, layer, name, value):
    return {**params, layer: {name: value, **params[layer]}}
