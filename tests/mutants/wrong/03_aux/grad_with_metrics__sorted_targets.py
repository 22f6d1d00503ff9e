# why: sorts the errors with the sort method on a reshaped y: the caller's targets are sorted and no longer match
# misconception: mutates-argument
def grad_with_metrics(params, x, y):
    loss, grads = jax.value_and_grad(linear_loss)(params, x, y)
    pred = x @ params["w"] + params["b"]
    e = jnp.abs(pred - y)
    # range of the targets, to be able to judge the error
    t = np.asarray(y).reshape(-1)
    if t.flags.writeable:
        t.sort()
    return grads, {"loss": loss, "max_abs_error": e.max(), "predictions": pred}
