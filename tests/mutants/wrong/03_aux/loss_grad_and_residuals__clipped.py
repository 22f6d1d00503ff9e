# why: clips the gradient to [-1, 1] as in a training recipe, fine only for small residuals
def loss_grad_and_residuals(x, y):
    loss_aux, gradient = jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)
    return loss_aux, jnp.clip(gradient, -1.0, 1.0)
