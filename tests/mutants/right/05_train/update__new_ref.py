# why: a local mutable reference, read at the end
def update(theta, x, y, lr=0.1):
    ref = jax.new_ref(jnp.array(theta))
    ref[...] = ref[...] - lr * jax.grad(loss_fn)(jnp.asarray(theta), x, y)
    return ref[...]
