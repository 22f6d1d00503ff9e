# why: Differentiates the number, not the function.
# misconception: grad-of-value
def grad_second(x, y):
    return jax.grad(sum_squared_error(x, y), argnums=1)
