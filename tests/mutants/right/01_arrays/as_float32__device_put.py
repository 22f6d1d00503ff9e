# why: jax.device_put of a float32 NumPy array is a jax.Array as well
def as_float32(values):
    return jax.device_put(np.asarray(values, dtype="float32"))
