# why: differentiates the mean of the squares instead of their sum
def grad_with_residuals(x, y):
    def f(x):
        r = x - y
        return jnp.mean(r**2), r

    return jax.grad(f, has_aux=True)(x)
