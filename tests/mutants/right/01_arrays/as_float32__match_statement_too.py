# why: a match statement and recursion over lists, with every leaf made an array and stacked
def as_float32(values):
    match values:
        case int() | float():
            return jnp.full((), values, dtype=jnp.float32)
        case [] | ():
            return jnp.zeros((0,), dtype=jnp.float32)
        case list() | tuple():
            return jnp.stack([as_float32(v) for v in values])
        case jax.Array() if values.dtype == jnp.float32:
            return values
        case _:
            return jnp.asarray(values, dtype=jnp.float32)
