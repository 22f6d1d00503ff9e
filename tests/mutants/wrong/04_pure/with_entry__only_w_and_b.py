# why: knows only w and b; other names get lost or raise KeyError
# misconception: hard-coded
# not recognised: from outside, nothing tells one fixed number or shape from another mistake
def with_entry(params, layer, name, value):
    old = params[layer]
    new_layer = {
        "w": value if name == "w" else old["w"],
        "b": value if name == "b" else old["b"],
    }
    return {**params, layer: new_layer}
