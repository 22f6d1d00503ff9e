# why: The loss is called inside the parentheses of `jax.grad`.
# misconception: grad-of-value
def grad_both(x, y):
    return jax.grad(sum_squared_error(x, y), argnums=(0, 1))
