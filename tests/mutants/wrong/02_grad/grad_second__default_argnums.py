# why: the default argument is the first
# misconception: argnums-default
def grad_second(x, y):
    gradient = jax.grad(sum_squared_error)
    return gradient(x, y)
