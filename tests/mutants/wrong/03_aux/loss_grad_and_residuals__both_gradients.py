# why: asks for the gradients by x and y, although only x is wanted
# misconception: argnums-tuple
def loss_grad_and_residuals(x, y):
    return jax.value_and_grad(squared_error_with_residuals, argnums=(0, 1), has_aux=True)(x, y)
