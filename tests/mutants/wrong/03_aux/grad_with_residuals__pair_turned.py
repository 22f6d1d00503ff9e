# why: the inner function returns the residuals first, so JAX tries to differentiate them
# misconception: aux-order
def grad_with_residuals(x, y):
    def residuals_and_loss(x):
        r = x - y
        return r, jnp.sum(r * r)

    return jax.grad(residuals_and_loss, has_aux=True)(x)
