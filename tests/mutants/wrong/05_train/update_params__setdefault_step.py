# why: stores the learning rate in the caller's dict
# misconception: mutates-container
def update_params(params, x, y, lr=0.1):
    g = jax.grad(params_loss)({"w": params["w"], "b": params["b"]}, x, y)
    params.setdefault("lr", lr)
    return {k: params[k] - params["lr"] * g[k] for k in g}
