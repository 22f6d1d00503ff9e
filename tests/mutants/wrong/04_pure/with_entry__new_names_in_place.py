# why: builds anew where there is an old entry, and puts a new one straight into the caller's layer
# misconception: mutates-container
def with_entry(params, layer, name, value):
    if name in params[layer]:
        return {**params, layer: {**params[layer], name: value}}
    params[layer][name] = value
    return dict(params)
