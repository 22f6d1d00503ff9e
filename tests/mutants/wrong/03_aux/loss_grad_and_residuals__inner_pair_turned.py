# why: the inner pair is (residuals, loss), the aux before the value
# misconception: aux-order
def loss_grad_and_residuals(x, y):
    (loss, residuals), gradient = jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)
    return (residuals, loss), gradient
