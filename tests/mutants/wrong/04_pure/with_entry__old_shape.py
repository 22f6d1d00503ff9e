# why: gives the value the shape of the old entry
def with_entry(params, layer, name, value):
    old = params[layer][name]
    value = jnp.broadcast_to(jnp.ravel(jnp.asarray(value))[0], jnp.shape(old))
    return {**params, layer: {**params[layer], name: value}}
