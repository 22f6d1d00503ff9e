# why: dict.copy is shallow: the inner dict is the caller's
# misconception: mutates-container
def with_entry(params, layer, name, value):
    new = params.copy()
    inner = new[layer]
    inner.update({name: value})
    return new
