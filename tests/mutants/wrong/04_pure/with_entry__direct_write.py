# why: writes into the caller's dictionary
# misconception: mutates-container
def with_entry(params, layer, name, value):
    params[layer][name] = value
    return params
