# why: back-propagation by hand whose hidden bias gradient is summed over everything
def grad_params(params, x, y):
    n = x.shape[0]
    h = jnp.tanh(x @ params["hidden"]["w"] + params["hidden"]["b"])
    r = h @ params["out"]["w"] + params["out"]["b"] - y
    dout = 2.0 / n * r
    dh = jnp.outer(dout, params["out"]["w"]) * (1.0 - h * h)
    return {
        "hidden": {"w": jnp.dot(x.T, dh), "b": jnp.full(h.shape[1], dh.sum())},
        "out": {"w": jnp.dot(h.T, dout), "b": dout.sum()},
    }
