# why: converts every number with float(), then restores the shape
def as_float32(values):
    shape = np.shape(values)
    numbers = [float(v) for v in np.asarray(values).ravel()]
    return jnp.array(numbers, dtype=jnp.float32).reshape(shape)
