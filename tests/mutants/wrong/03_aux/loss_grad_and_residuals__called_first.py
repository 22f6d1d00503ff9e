# why: calls the loss function and gives its result to value_and_grad
# misconception: grad-of-value
def loss_grad_and_residuals(x, y):
    return jax.value_and_grad(squared_error_with_residuals(x, y), has_aux=True)(x, y)
