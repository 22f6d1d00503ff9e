# why: Thinks that `jax.grad` takes all arguments by default.
# misconception: argnums-default
def grad_both(x, y):
    return jax.grad(sum_squared_error)(x, y)
