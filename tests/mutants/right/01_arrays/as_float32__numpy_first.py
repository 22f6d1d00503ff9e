# why: lets NumPy do the conversion and puts the result into JAX at the end
def as_float32(values):
    tmp = np.array(values, dtype=np.float32)
    return jnp.array(tmp)
