# why: value_and_grad gives ((loss, metrics), grads), and it is returned as it is
# misconception: nesting
def grad_with_metrics(params, x, y):
    def f(params, x, y):
        pred = x @ params["w"] + params["b"]
        metrics = {
            "loss": linear_loss(params, x, y),
            "max_abs_error": jnp.max(jnp.abs(pred - y)),
            "predictions": pred,
        }
        return metrics["loss"], metrics

    return jax.value_and_grad(f, has_aux=True)(params, x, y)
