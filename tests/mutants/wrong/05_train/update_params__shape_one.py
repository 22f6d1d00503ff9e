# why: jnp.atleast_1d makes leaves of shape (1,)
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    return {k: jnp.atleast_1d(p) - lr * grads[k] for k, p in params.items()}
