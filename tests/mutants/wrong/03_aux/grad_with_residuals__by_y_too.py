# why: with respect to y
def grad_with_residuals(x, y):
    f = lambda a, b: (sum_squared_error(a, b), a - b)
    return jax.grad(f, argnums=1, has_aux=True)(x, y)
