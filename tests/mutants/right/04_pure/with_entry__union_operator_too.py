# why: dict union at both depths
def with_entry(params, layer, name, value):
    return params | {layer: params[layer] | {name: value}}
