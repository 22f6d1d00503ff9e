# why: thinks value_and_grad puts the gradient in front, as grad with has_aux does
# misconception: value-grad-order
def loss_grad_and_residuals(x, y):
    gradient, value_and_aux = jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)
    return value_and_aux, gradient
