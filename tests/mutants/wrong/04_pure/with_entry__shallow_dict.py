# why: dict(params) is shallow: the inner dictionary is still the caller's
# misconception: mutates-container
def with_entry(params, layer, name, value):
    new = dict(params)
    new[layer][name] = value
    return new
