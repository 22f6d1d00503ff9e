# why: returns the differentiated function instead of calling it
# misconception: gradient-not-called
def grad_with_residuals(x, y):
    return jax.grad(squared_error_with_residuals, has_aux=True)
