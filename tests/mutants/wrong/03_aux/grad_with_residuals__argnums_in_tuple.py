# why: argnums=(0,): the gradient comes as a tuple of one
# misconception: argnums-tuple
def grad_with_residuals(x, y):
    return jax.grad(lambda u, v: (sum_squared_error(u, v), u - v), argnums=(0,), has_aux=True)(x, y)
