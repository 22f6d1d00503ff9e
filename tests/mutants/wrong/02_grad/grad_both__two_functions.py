# why: Returns two gradient functions.
# misconception: gradient-not-called
def grad_both(x, y):
    return jax.grad(sum_squared_error, 0), jax.grad(sum_squared_error, 1)
