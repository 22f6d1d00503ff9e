# why: a local mutable ref
def set_first(x, value):
    ref = jax.new_ref(jnp.array(x))
    ref[0] = jnp.broadcast_to(jnp.asarray(value, ref.dtype), ref.shape[1:])
    return ref[...]
