# why: Forward-mode Jacobians take a tuple of argnums as well.
def grad_both(x, y):
    x = jnp.asarray(x)
    y = jnp.asarray(y)
    return jax.jacfwd(sum_squared_error, argnums=(0, 1))(x, y)
