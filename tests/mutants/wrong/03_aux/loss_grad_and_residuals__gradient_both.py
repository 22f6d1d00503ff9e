# why: the gradient with respect to both
def loss_grad_and_residuals(x, y):
    f = lambda a, b: (sum_squared_error(a, b), a - b)
    return jax.value_and_grad(f, argnums=(0, 1), has_aux=True)(x, y)
