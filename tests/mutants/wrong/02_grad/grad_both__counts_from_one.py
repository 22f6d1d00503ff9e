# why: Counts from 1 to 2; there is no argument 2.
def grad_both(x, y):
    return jax.grad(sum_squared_error, argnums=(1, 2))(x, y)
