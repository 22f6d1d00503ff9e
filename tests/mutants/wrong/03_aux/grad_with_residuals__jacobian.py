# why: finds that jacobian takes pairs without complaint, and gets the derivative of the residuals instead of the residuals
# misconception: aux-missing
def grad_with_residuals(x, y):
    gradient, residuals = jax.jacobian(squared_error_with_residuals)(x, y)
    return gradient, residuals
