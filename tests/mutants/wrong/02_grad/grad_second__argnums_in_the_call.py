# why: Put `argnums` into the second pair of parentheses.
def grad_second(x, y):
    return jax.grad(sum_squared_error)(x, y, argnums=1)
