# why: Works on flat arrays and forgets the shape of y.
def grad_second(x, y):
    x = jnp.ravel(x)
    y = jnp.ravel(y)
    return jax.grad(sum_squared_error, argnums=1)(x, y)
