# why: np.abs on the errors inside the differentiated function
# misconception: numpy-on-tracer
def grad_with_metrics(params, x, y):
    def f(params):
        predictions = x @ params["w"] + params["b"]
        abs_errors = np.absolute(predictions - y)
        loss = jnp.mean(abs_errors**2)
        return loss, {"loss": loss, "max_abs_error": np.max(abs_errors), "predictions": predictions}

    return jax.grad(f, has_aux=True)(params)
