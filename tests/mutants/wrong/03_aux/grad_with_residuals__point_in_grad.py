# why: gives the data to grad and has nothing left to call it with
# misconception: point-as-argnums
def grad_with_residuals(x, y):
    return jax.grad(squared_error_with_residuals, x, has_aux=True)(y)
