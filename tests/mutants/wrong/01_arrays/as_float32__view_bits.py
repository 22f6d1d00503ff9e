# why: believes that view converts; it reinterprets the bits of the integers
def as_float32(values):
    x = jnp.array(values)
    return x.view(jnp.float32)
