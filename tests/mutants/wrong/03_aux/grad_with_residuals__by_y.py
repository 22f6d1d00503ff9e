# why: takes argnums=1 for "the first argument" and gets the gradient by y, with the other sign
def grad_with_residuals(x, y):
    return jax.grad(squared_error_with_residuals, argnums=1, has_aux=True)(x, y)
