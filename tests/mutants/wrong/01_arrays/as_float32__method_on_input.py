# why: calls a method of the input, which lists, tuples and numbers do not have (and NumPy stays NumPy)
def as_float32(values):
    # .astype makes a new array
    return values.astype(jnp.float32)
