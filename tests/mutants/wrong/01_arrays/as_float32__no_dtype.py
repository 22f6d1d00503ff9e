# why: trusts JAX's default to be float32, but whole numbers stay integers
def as_float32(values):
    return jnp.array(values)
