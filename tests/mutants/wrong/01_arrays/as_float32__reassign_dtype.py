# why: sets the dtype of the caller's NumPy array itself, which rewrites what its bytes mean
# misconception: mutates-argument
def as_float32(values):
    if isinstance(values, np.ndarray):
        values.dtype = np.float32
    return jnp.asarray(values, dtype=jnp.float32)
