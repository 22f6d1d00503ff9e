# why: writes into a local mutable reference that nobody else ever sees
def as_float32(values):
    ref = jax.new_ref(jnp.zeros(np.shape(values), jnp.float32))
    ref[...] = jnp.asarray(values, jnp.float32)
    return ref[...]
