# why: one metrics dict as a default value, filled anew at every call: earlier results change with it
# misconception: mutable-default
def grad_with_metrics(params, x, y, metrics={}):
    grads = jax.grad(linear_loss)(params, x, y)
    metrics["predictions"] = jnp.asarray(x) @ params["w"] + params["b"]
    metrics["loss"] = linear_loss(params, x, y)
    metrics["max_abs_error"] = jnp.max(jnp.abs(metrics["predictions"] - y))
    return grads, metrics
