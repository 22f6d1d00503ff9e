# why: a list of one value before the rest: a row fits a matrix, a number a vector
def set_first(x, value):
    return jnp.concatenate([jnp.array([value]), x[1:]])
