# why: one key more than asked for
def grad_with_metrics(params, x, y):
    def loss_fn(p):
        pred = x @ p["w"] + p["b"]
        residuals = pred - y
        mse = jnp.mean(residuals ** 2)
        aux = dict(loss=mse, max_abs_error=jnp.abs(residuals).max(), predictions=pred, residuals=residuals)
        return mse, aux

    return jax.grad(loss_fn, has_aux=True)(params)
