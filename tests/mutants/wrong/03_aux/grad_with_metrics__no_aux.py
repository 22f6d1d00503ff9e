# why: returns the metrics next to the loss but does not tell grad about them
# misconception: aux-missing
def grad_with_metrics(params, x, y):
    def loss_fn(params):
        pred = x @ params["w"] + params["b"]
        loss = jnp.mean((pred - y) ** 2)
        return loss, {"loss": loss, "max_abs_error": jnp.max(jnp.abs(pred - y)), "predictions": pred}

    grads, metrics = jax.grad(loss_fn)(params)
    return grads, metrics
