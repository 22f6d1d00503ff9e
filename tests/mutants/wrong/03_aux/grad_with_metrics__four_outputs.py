# why: returns loss and three extras side by side, but has_aux wants one aux
# misconception: aux-not-a-pair
def grad_with_metrics(params, x, y):
    def f(params):
        predictions = x @ params["w"] + params["b"]
        errors = predictions - y
        return jnp.mean(errors**2), jnp.mean(errors**2), jnp.max(jnp.abs(errors)), predictions

    grads, (loss, worst, predictions) = jax.grad(f, has_aux=True)(params)
    return grads, {"loss": loss, "max_abs_error": worst, "predictions": predictions}
