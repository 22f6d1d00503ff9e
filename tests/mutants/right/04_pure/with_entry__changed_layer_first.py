# why: the changed layer comes first; the order of keys does not matter
def with_entry(params, layer, name, value):
    changed = {name: value}
    for n in params[layer]:
        if n != name:
            changed[n] = params[layer][n]
    others = {l: params[l] for l in params if l != layer}
    return {layer: changed, **others}
