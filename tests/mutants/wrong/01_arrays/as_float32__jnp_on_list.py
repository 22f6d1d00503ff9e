# why: hands a list of Python numbers to a jnp function that wants arrays
# misconception: list-to-jnp
def as_float32(values):
    return jnp.ravel(values).astype(jnp.float32).reshape(jnp.shape(values))
