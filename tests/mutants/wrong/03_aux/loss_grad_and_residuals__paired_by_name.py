# why: follows the name of the function: ((loss, grad), residuals)
# misconception: nesting
def loss_grad_and_residuals(x, y):
    return jax.value_and_grad(sum_squared_error)(x, y), x - y
