# why: divides the loss by the number of entries at the end, but not the gradient
def loss_grad_and_residuals(x, y):
    (loss, residuals), gradient = jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)
    return (loss / residuals.size, residuals), gradient
