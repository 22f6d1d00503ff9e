# why: squeezes the predictions "to get rid of extra axes", so a single sample gives shape () instead of (1,)
def grad_with_metrics(params, x, y):
    def loss(params):
        predictions = jnp.squeeze(x @ params["w"] + params["b"])
        err = predictions - y
        return jnp.mean(err**2), {
            "loss": jnp.mean(err**2),
            "max_abs_error": jnp.max(jnp.abs(err)),
            "predictions": predictions,
        }

    return jax.grad(loss, has_aux=True)(params)
