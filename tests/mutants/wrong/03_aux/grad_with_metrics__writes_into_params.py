# why: the metrics are put into the caller's params
# misconception: mutates-container
def grad_with_metrics(params, x, y):
    grads = jax.grad(linear_loss)(params, x, y)
    metrics = params
    pred = x @ params["w"] + params["b"]
    metrics["loss"] = linear_loss(params, x, y)
    metrics["max_abs_error"] = jnp.max(jnp.abs(pred - y))
    metrics["predictions"] = pred
    return grads, {k: metrics[k] for k in ("loss", "max_abs_error", "predictions")}
