# why: By hand; the bias of the hidden layer is averaged again over the samples.
def grad_params(params, x, y):
    W, b = params["hidden"]["w"], params["hidden"]["b"]
    v, c = params["out"]["w"], params["out"]["b"]
    h = jnp.tanh(x @ W + b)
    err = 2 * (h @ v + c - y) / y.shape[0]
    dz = jnp.outer(err, v) * (1 - h**2)
    return {
        "hidden": {"w": jnp.asarray(x).T @ dz, "b": dz.mean(0)},
        "out": {"w": err @ h, "b": err.sum()},
    }
