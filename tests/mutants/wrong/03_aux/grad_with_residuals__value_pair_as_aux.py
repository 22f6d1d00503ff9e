# why: does not see that the first result of value_and_grad is itself a pair and returns it as the residuals
# misconception: nesting
# not recognised: the wrong parts are named before their nesting is looked at
def grad_with_residuals(x, y):
    aux, gradient = jax.value_and_grad(squared_error_with_residuals, has_aux=True)(x, y)
    return gradient, aux
