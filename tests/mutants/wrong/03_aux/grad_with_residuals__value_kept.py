# why: uses value_and_grad and returns everything it gives, with JAX's nesting
# misconception: nesting
# not recognised: the wrong parts are named before their nesting is looked at
def grad_with_residuals(x, y):
    return jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)
