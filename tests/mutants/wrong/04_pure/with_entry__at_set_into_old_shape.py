# why: writes the value into the old array, which fails for a new name or another shape
def with_entry(params, layer, name, value):
    old = jnp.asarray(params[layer][name])
    return {**params, layer: {**params[layer], name: old.at[...].set(value)}}
