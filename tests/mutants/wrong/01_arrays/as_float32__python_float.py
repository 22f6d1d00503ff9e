# why: treats a one-element array as a number, loses its shape, and hands out a Python float for it
def as_float32(values):
    if np.size(values) == 1:
        return float(np.ravel(values)[0])
    return jnp.array(values, jnp.float32)
