# why: copies the outer dictionary and the one inner dictionary it changes
def with_entry(params, layer, name, value):
    new = dict(params)
    new[layer] = dict(new[layer])
    new[layer][name] = value
    return new
