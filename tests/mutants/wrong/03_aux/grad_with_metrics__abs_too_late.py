# why: takes the absolute value of the largest error, which is not the largest absolute value
def grad_with_metrics(params, x, y):
    pred = x @ params["w"] + params["b"]
    metrics = dict(
        loss=linear_loss(params, x, y),
        max_abs_error=abs(jnp.max(pred - y)),
        predictions=pred,
    )
    return jax.grad(linear_loss)(params, x, y), metrics
