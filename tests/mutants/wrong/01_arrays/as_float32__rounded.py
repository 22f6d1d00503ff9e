# why: rounds to two decimals because float32 "has fewer digits"
def as_float32(values):
    return jnp.round(jnp.array(values, dtype=jnp.float32), 2)
