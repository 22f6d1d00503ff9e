# why: replaces the whole layer by one entry
def with_entry(params, layer, name, value):
    return {**params, layer: {name: value}}
