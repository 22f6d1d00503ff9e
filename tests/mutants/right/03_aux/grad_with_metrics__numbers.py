# why: metrics as Python floats, predictions as NumPy
import numpy as np


def grad_with_metrics(params, x, y):
    grads = jax.grad(linear_loss)(params, x, y)
    pred = np.array(x) @ np.array(params["w"]) + np.array(params["b"])
    errors = np.abs(pred - np.asarray(y))
    return grads, {"loss": float(np.mean(errors**2)), "max_abs_error": max(errors.tolist()), "predictions": pred}
