# why: shows the result but returns nothing
def as_float32(values):
    print(jnp.array(values, dtype=jnp.float32))
