# why: the largest signed error, not the largest absolute one
def grad_with_metrics(params, x, y):
    def f(params):
        pred = x @ params["w"] + params["b"]
        err = pred - y
        loss = jnp.mean(err ** 2)
        return loss, {"loss": loss, "max_abs_error": jnp.max(err), "predictions": pred}

    return jax.grad(f, has_aux=True)(params)
