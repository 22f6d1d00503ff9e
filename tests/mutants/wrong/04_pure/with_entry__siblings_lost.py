# why: the layer holds only the new entry afterwards
def with_entry(params, layer, name, value):
    return {**params, layer: {name: value}}
