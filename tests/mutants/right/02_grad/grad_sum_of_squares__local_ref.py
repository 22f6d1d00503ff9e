# why: Fills a local `jax.new_ref`, which nobody outside can see.
def grad_sum_of_squares(x):
    out = jax.new_ref(jnp.zeros_like(x))
    out[...] = 2.0 * jnp.asarray(x)
    return out[...]
