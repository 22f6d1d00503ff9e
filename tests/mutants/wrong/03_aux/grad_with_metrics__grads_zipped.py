# why: flattens the gradients and names the leaves w, b in the order of the page, but JAX sorts leaves by key
# misconception: dict-order
# not recognised: the order of a dict is used without `values()`
def grad_with_metrics(params, x, y):
    def f(params):
        pred = x @ params["w"] + params["b"]
        err = pred - y
        loss = jnp.mean(err**2)
        return loss, {"loss": loss, "max_abs_error": jnp.abs(err).max(), "predictions": pred}

    g, metrics = jax.grad(f, has_aux=True)(params)
    leaves, _ = jax.tree.flatten(g)
    dw, db = leaves
    return {"w": dw, "b": db}, metrics
