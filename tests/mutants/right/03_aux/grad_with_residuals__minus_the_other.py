# why: the loss depends on x - y only, so the gradient by x is minus the one by y
def grad_with_residuals(x, y):
    by_y = jax.grad(sum_squared_error, argnums=1)(x, y)
    return -by_y, jnp.subtract(x, y)
