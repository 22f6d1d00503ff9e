# why: returns the changed layer and not the whole dictionary
def with_entry(params, layer, name, value):
    return {**params[layer], name: value}
