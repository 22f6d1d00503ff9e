# why: follows the order in the name of the function: loss and grad in a pair, then the residuals
# misconception: nesting
def loss_grad_and_residuals(x, y):
    loss_and_gradient = jax.value_and_grad(sum_squared_error)(x, y)
    return loss_and_gradient, x - y
