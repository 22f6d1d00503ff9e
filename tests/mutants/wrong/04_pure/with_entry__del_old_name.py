# why: deletes the old entry from the caller's layer before building the new one
# misconception: mutates-container
def with_entry(params, layer, name, value):
    inner = params[layer]
    if name in inner:
        del inner[name]
    return {**params, layer: {**inner, name: value}}
