# why: turns y into the absolute errors in place, through a NumPy view of it
# misconception: mutates-argument
def grad_with_metrics(params, x, y):
    loss, grads = jax.value_and_grad(linear_loss)(params, x, y)
    pred = x @ params["w"] + params["b"]
    if isinstance(y, np.ndarray):
        errors = y[:]
        np.copyto(errors, np.abs(errors - np.asarray(pred)))
    else:
        errors = jnp.abs(pred - y)
    return grads, {"loss": loss, "max_abs_error": errors.max(), "predictions": pred}
