# why: makes missing decimals with an in-place numpy operation on the caller's own float array
# misconception: mutates-argument
def as_float32(values):
    data = np.asarray(values)
    if isinstance(values, np.ndarray) and data.dtype.kind == "f":
        np.around(data, 6, out=data)
        np.copyto(data, data.astype(np.float32))
    return jnp.array(data, dtype=jnp.float32)
