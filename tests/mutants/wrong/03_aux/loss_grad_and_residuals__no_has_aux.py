# why: leaves has_aux out because value_and_grad "knows about values"
# misconception: aux-missing
def loss_grad_and_residuals(x, y):
    return jax.value_and_grad(squared_error_with_residuals)(x, y)
