# why: writes, copies, and puts a zero back instead of the old value
# misconception: mutates-container
def with_entry(params, layer, name, value):
    params[layer][name] = value
    new = {outer: {**inner} for outer, inner in params.items()}
    params[layer][name] = jnp.zeros_like(jnp.asarray(value))
    return new
