# why: absolute residuals
def loss_grad_and_residuals(x, y):
    def loss(a, b):
        r = jnp.abs(a - b)
        return jnp.sum(r ** 2), r

    return jax.value_and_grad(loss, has_aux=True)(x, y)
