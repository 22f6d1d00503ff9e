# why: thinks astype changes the array in place; the converted copy is thrown away
def as_float32(values):
    arr = jnp.array(values)
    arr.astype(jnp.float32)
    return arr
