# why: metrics first
def grad_with_metrics(params, x, y):
    predictions = x @ params["w"] + params["b"]
    metrics = {
        "loss": jnp.mean((predictions - y) ** 2),
        "max_abs_error": jnp.max(jnp.abs(predictions - y)),
        "predictions": predictions,
    }
    return metrics, jax.grad(linear_loss)(params, x, y)
