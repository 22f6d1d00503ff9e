# why: a match over the kinds of input, every branch right
def as_float32(values):
    match values:
        case int() | float():
            return jnp.asarray(float(values), dtype=jnp.float32)
        case list() | tuple():
            return jnp.array(values, dtype=jnp.float32)
        case _:
            return jnp.asarray(values, dtype=np.dtype("float32"))
