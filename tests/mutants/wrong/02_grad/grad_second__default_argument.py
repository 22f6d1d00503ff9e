# why: Forgot `argnums`, so it is the gradient with respect to x.
# misconception: argnums-default
def grad_second(x, y):
    return jax.grad(sum_squared_error)(x, y)
