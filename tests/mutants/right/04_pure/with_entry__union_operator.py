# why: | makes a new dictionary at each level
def with_entry(params, layer, name, value):
    return params | {layer: params[layer] | {name: value}}
