# why: converts the numbers inside the caller's list (and a tuple cannot be written to)
# misconception: mutates-container
def as_float32(values):
    if not isinstance(values, (int, float)):
        for i in range(len(values)):
            values[i] = jnp.float32(values[i])
    return jnp.array(values, dtype=jnp.float32)
