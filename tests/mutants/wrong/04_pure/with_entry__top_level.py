# why: puts the value at the top level
def with_entry(params, layer, name, value):
    return {**params, name: value}
