# why: returns the three results side by side, as a flat tuple
# misconception: nesting
def loss_grad_and_residuals(x, y):
    (loss, residuals), gradient = jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)
    return loss, residuals, gradient
