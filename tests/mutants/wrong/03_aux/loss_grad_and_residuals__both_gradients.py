# why: asks for the gradients by x and y, although only x is wanted
# misconception: argnums-tuple
# not recognised: more than one gradient came back, and the message says of how many parts
def loss_grad_and_residuals(x, y):
    return jax.value_and_grad(squared_error_with_residuals, argnums=(0, 1), has_aux=True)(x, y)
