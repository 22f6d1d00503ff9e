# why: reports the largest error ever seen, kept in a global
# misconception: hidden-state
worst_so_far = 0.0


def grad_with_metrics(params, x, y):
    global worst_so_far
    loss, grads = jax.value_and_grad(linear_loss)(params, x, y)
    pred = x @ params["w"] + params["b"]
    worst_so_far = max(worst_so_far, float(jnp.max(jnp.abs(pred - y))))
    return grads, {"loss": loss, "max_abs_error": worst_so_far, "predictions": pred}
