# why: hands out the metrics first and the grads second
# misconception: aux-order
def grad_with_metrics(params, x, y):
    predictions = x @ params["w"] + params["b"]
    errors = predictions - y
    metrics = {
        "loss": jnp.mean(errors**2),
        "max_abs_error": jnp.max(jnp.abs(errors)),
        "predictions": predictions,
    }
    return metrics, jax.grad(linear_loss)(params, x, y)
