# why: takes the numbers out of the caller's list one by one until it is empty
# misconception: mutates-container
def as_float32(values):
    if isinstance(values, list):
        floats = []
        while values:
            floats.append(values.pop(0))
        return jnp.array(floats, dtype=jnp.float32)
    return jnp.array(values, dtype=jnp.float32)
