# why: uses the numbers from the cell above instead of the arguments
# misconception: stale-global | hard-coded
xs = jnp.array([1.0, 2.0, 3.0])
ys = jnp.array([0.5, 2.5, 2.0])


def grad_with_residuals(x, y):
    return jax.grad(squared_error_with_residuals, has_aux=True)(xs, ys)
