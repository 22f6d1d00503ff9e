# why: rows are written into a local mutable reference
def squared_distances(a, b):
    ref = jax.new_ref(jnp.zeros((a.shape[0], b.shape[0]), jnp.float32))
    for i in range(a.shape[0]):
        ref[i, :] = jnp.sum(jnp.square(jnp.asarray(a[i] - b, jnp.float32)), axis=-1)
    return ref[...]
