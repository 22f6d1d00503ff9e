# why: differentiates only the model by vjp and pulls the derivative of the mean square back by hand
def grad_with_metrics(params, x, y):
    predictions, pull_back = jax.vjp(lambda p: jnp.asarray(x) @ p["w"] + p["b"], params)
    errors = predictions - jnp.asarray(y, dtype=predictions.dtype)
    (grads,) = pull_back(2 * errors / errors.shape[0])
    return grads, {
        "loss": (errors**2).mean(),
        "max_abs_error": jnp.sort(jnp.abs(errors))[-1],
        "predictions": predictions,
    }
