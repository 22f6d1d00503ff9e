# why: counts its calls in an attribute of the function
# misconception: hidden-state
def loss_grad_and_residuals(x, y):
    loss_grad_and_residuals.calls += 1
    return jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)


loss_grad_and_residuals.calls = 0
