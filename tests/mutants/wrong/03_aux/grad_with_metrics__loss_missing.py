# why: thinks the loss is the value anyway and need not be in the metrics
def grad_with_metrics(params, x, y):
    def f(params):
        predictions = x @ params["w"] + params["b"]
        errors = predictions - y
        return jnp.mean(errors**2), {"max_abs_error": jnp.max(jnp.abs(errors)), "predictions": predictions}

    grads, metrics = jax.grad(f, has_aux=True)(params)
    return grads, metrics
