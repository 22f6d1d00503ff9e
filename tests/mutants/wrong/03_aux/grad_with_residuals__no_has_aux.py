# why: forgets has_aux, so grad meets a pair where it needs one number
# misconception: aux-missing
def grad_with_residuals(x, y):
    gradient, residuals = jax.grad(squared_error_with_residuals)(x, y)
    return gradient, residuals
