# why: copies the inner dictionary but puts it into the caller's outer one
# misconception: mutates-container
def with_entry(params, layer, name, value):
    params[layer] = {**params[layer], name: value}
    return params
