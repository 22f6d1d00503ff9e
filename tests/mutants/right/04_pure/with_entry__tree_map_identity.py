# why: tree.map rebuilds every dictionary, so the copy may be written into
def with_entry(params, layer, name, value):
    rebuilt = jax.tree.map(lambda leaf: leaf, params)
    rebuilt[layer][name] = value
    return rebuilt
