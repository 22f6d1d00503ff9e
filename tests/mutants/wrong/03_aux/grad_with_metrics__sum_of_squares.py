# why: adds the squared errors up without the mean, both in the loss and in the gradient
# misconception: sum-loss
def grad_with_metrics(params, x, y):
    def f(params):
        pred = x @ params["w"] + params["b"]
        loss = sum_squared_error(pred, y)
        return loss, {"loss": loss, "max_abs_error": jnp.max(jnp.abs(pred - y)), "predictions": pred}

    return jax.grad(f, has_aux=True)(params)
