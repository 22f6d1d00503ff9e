# why: thinks an array always has an axis, so a single number gets shape (1,)
def as_float32(values):
    return jnp.atleast_1d(jnp.asarray(values, dtype=jnp.float32))
