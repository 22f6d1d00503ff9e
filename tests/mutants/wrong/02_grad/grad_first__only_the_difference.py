# why: Gives the function one argument, the difference, and the other is missing.
def grad_first(x, y):
    return jax.grad(sum_squared_error)(x - y)
