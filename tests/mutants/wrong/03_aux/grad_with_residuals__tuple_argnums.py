# why: names the argument with a tuple and gets the gradient wrapped into a 1-tuple
# misconception: argnums-tuple
def grad_with_residuals(x, y):
    return jax.grad(squared_error_with_residuals, argnums=(0,), has_aux=True)(x, y)
