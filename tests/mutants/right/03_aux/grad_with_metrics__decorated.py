# why: a decorator of the student's own wraps the loss, and the data are bound with partial
import functools


def gradient_with_aux(fn):
    @functools.wraps(fn)
    def wrapper(params, x, y):
        bound = functools.partial(fn, x=x, y=y)
        return jax.grad(bound, has_aux=True)(params)

    return wrapper


@gradient_with_aux
def grad_with_metrics(params, x, y):
    predict = jax.vmap(lambda row: jnp.sum(row * params["w"]) + params["b"])
    predictions = predict(x)
    metrics = {"predictions": predictions}
    metrics["max_abs_error"] = jnp.max(jnp.abs(predictions - y))
    metrics["loss"] = linear_loss(params, x, y)
    return metrics["loss"], metrics
