# why: Wrote the loss anew and left out the mean.
# misconception: non-scalar
def grad_params(params, x, y):
    def loss(params):
        hidden = jnp.tanh(x @ params["hidden"]["w"] + params["hidden"]["b"])
        out = hidden @ params["out"]["w"] + params["out"]["b"]
        return (out - y) ** 2

    return jax.grad(loss)(params)
