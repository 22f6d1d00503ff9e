# why: unpacks three names from JAX's two results, which raises
# misconception: nesting
def loss_grad_and_residuals(x, y):
    loss, residuals, grad = jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)
    return (loss, residuals), grad
