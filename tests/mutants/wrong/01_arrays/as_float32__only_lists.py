# why: converts lists and arrays only; tuples and numbers come back unchanged
def as_float32(values):
    if isinstance(values, (list, np.ndarray, jax.Array)):
        return jnp.array(values, dtype=jnp.float32)
    return values
