# why: mixes up the float widths and takes 16 bits
def as_float32(values):
    return jnp.array(values, dtype=jnp.float16)
