# why: Stored the gradient function and returned it.
# misconception: gradient-not-called
def grad_second(x, y):
    dy = jax.grad(sum_squared_error, argnums=1)
    return dy
