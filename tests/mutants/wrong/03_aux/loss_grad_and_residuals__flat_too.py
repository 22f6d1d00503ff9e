# why: three in a row
# misconception: nesting
def loss_grad_and_residuals(x, y):
    residuals = x - y
    loss, g = jax.value_and_grad(sum_squared_error)(x, y)
    return loss, residuals, g
