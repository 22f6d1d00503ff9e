# why: value_and_grad makes exactly the function that is asked for
loss_grad_and_residuals = jax.value_and_grad(squared_error_with_residuals, has_aux=True)
