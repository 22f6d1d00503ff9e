# why: sets the very first number of a matrix, not its whole first row
def set_first(x, value):
    x = jnp.asarray(x)
    flat = x.ravel()
    flat = flat.at[0].set(jnp.ravel(jnp.asarray(value))[0])
    return flat.reshape(x.shape)
