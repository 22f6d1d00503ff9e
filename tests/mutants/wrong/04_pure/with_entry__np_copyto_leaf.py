# why: new dictionaries, but the old array itself is overwritten
# misconception: mutates-argument | mutates-container
def with_entry(params, layer, name, value):
    new = {k: dict(v) for k, v in params.items()}
    np.copyto(new[layer][name], value)
    return new
