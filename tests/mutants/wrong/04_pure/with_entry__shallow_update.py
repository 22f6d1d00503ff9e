# why: .copy() is shallow and .update works in place on the caller's layer
# misconception: mutates-container
def with_entry(params, layer, name, value):
    result = params.copy()
    result[layer].update({name: value})
    return result
