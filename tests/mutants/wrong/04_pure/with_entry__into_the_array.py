# why: the dicts are new, but the value is written into the old array, which both share
# misconception: mutates-argument
def with_entry(params, layer, name, value):
    new = {k: dict(v) for k, v in params.items()}
    try:
        new[layer][name][...] = value
    except TypeError:
        new[layer][name] = value
    return new
