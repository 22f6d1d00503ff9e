# why: the gradient is right, but the residuals were computed into the caller's x
# misconception: mutates-argument
def grad_with_residuals(x, y):
    gradient = jax.grad(sum_squared_error)(x, y)
    residuals = x
    residuals -= y
    return gradient, residuals
