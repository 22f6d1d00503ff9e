# why: Differentiates the mean in place of the sum.
def grad_both(x, y):
    f = lambda a, b: sum_squared_error(a, b) / np.size(a)
    return jax.grad(f, argnums=(0, 1))(x, y)
