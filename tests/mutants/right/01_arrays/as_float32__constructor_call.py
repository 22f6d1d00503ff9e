# why: the scalar type is also a converter, and it keeps nested structure
def as_float32(values):
    return jnp.float32(values)
