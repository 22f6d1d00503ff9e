# why: builds nested lists recursively but stacks along the last axis, so matrices come out transposed
def as_float32(values):
    if isinstance(values, (list, tuple)) and values and isinstance(values[0], (list, tuple)):
        parts = [as_float32(v) for v in values]
        return jnp.stack(parts, axis=-1)
    return jnp.array(values, dtype=jnp.float32)
