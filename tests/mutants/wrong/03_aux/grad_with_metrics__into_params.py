# why: calls a variable metrics but it is params itself, so the caller's dict gets the metrics
# misconception: mutates-container
def grad_with_metrics(params, x, y):
    loss, grads = jax.value_and_grad(linear_loss)(params, x, y)
    metrics = params
    pred = x @ params["w"] + params["b"]
    metrics.update(loss=loss, max_abs_error=jnp.max(jnp.abs(pred - y)), predictions=pred)
    return grads, {k: metrics[k] for k in ("loss", "max_abs_error", "predictions")}
