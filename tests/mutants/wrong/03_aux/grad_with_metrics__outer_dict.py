# why: fills a dict outside while JAX differentiates, and returns tracers
# misconception: leaked-tracer
def grad_with_metrics(params, x, y):
    metrics = {}

    def loss_fn(params):
        pred = x @ params["w"] + params["b"]
        metrics["predictions"] = pred
        metrics["max_abs_error"] = jnp.max(jnp.abs(pred - y))
        metrics["loss"] = jnp.mean((pred - y) ** 2)
        return metrics["loss"]

    return jax.grad(loss_fn)(params), metrics
