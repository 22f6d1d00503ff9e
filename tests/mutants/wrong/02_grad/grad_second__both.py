# why: argnums=(0, 1), and returns both
def grad_second(x, y):
    return jax.grad(sum_squared_error, argnums=(0, 1))(x, y)
