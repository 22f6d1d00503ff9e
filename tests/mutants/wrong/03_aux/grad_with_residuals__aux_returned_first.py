# why: expects the aux first, so what is returned as gradient are the residuals
# misconception: aux-order | value-grad-order
def grad_with_residuals(x, y):
    residuals, gradient = jax.grad(squared_error_with_residuals, has_aux=True)(x, y)
    return gradient, residuals
