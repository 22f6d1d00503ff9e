# why: float(v) for each entry: a number is not iterable, and nested lists have rows instead of numbers
def as_float32(values):
    return jnp.array([float(v) for v in values], dtype=jnp.float32)
