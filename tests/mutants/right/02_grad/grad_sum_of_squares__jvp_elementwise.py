# why: Each square depends on its own entry only, so a jvp with ones gives all slopes at once.
def grad_sum_of_squares(x):
    x = jnp.asarray(x)
    _, slopes = jax.jvp(lambda v: v**2, (x,), (jnp.ones_like(x),))
    return slopes
