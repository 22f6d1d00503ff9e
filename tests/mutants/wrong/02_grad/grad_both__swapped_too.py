# why: (d/dy, d/dx)
def grad_both(x, y):
    first, second = jax.grad(sum_squared_error, argnums=(1, 0))(x, y)
    return first, second
