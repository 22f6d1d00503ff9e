# why: forgets to call it
# misconception: gradient-not-called
def grad_second(x, y):
    return jax.grad(sum_squared_error, argnums=1)
