# why: first makes everything integers and only then floats, so the decimals are cut off
# misconception: int-truncates
def as_float32(values):
    whole = jnp.array(values, dtype=jnp.int32)
    return whole.astype(jnp.float32)
