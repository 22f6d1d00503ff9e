# why: pairs the residuals with the gradient and leaves the loss alone
# misconception: nesting
def loss_grad_and_residuals(x, y):
    gradient, residuals = jax.grad(squared_error_with_residuals, has_aux=True)(x, y)
    loss = sum_squared_error(x, y)
    return loss, (residuals, gradient)
