# why: puts the values into a list "because jnp.array wants a list" and gains an axis
def as_float32(values):
    result = jnp.array([values], dtype=jnp.float32)
    return result
