# why: Backpropagation by hand with all the factors, in JAX.
def grad_params(params, x, y):
    x, y = jnp.asarray(x), jnp.asarray(y)
    w2 = params["out"]["w"]
    h = jnp.tanh(x @ params["hidden"]["w"] + params["hidden"]["b"])
    err = 2.0 * (h @ w2 + params["out"]["b"] - y) / y.shape[0]
    dz = jnp.outer(err, w2) * (1.0 - h * h)
    return {
        "out": {"b": err.sum(), "w": h.T @ err},
        "hidden": {"b": dz.sum(axis=0), "w": x.T @ dz},
    }
