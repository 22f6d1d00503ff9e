# why: pops the layer out of the caller's dictionary
# misconception: mutates-container
def with_entry(params, layer, name, value):
    changed = dict(params.pop(layer))
    changed[name] = value
    return {**params, layer: changed}
