# why: |= works in place on the caller's dictionary, new is only another name
# misconception: mutates-container
def with_entry(params, layer, name, value):
    new = params
    new |= {layer: params[layer] | {name: value}}
    return new
