# why: the new leaves have shape (1,)
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    return {k: jnp.atleast_1d(params[k] - lr * grads[k]) for k in params}
