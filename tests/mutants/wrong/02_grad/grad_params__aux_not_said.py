# why: Returns the predictions along with the loss but does not say `has_aux=True`.
# misconception: aux-missing
def grad_params(params, x, y):
    def loss(p):
        hidden = jnp.tanh(x @ p["hidden"]["w"] + p["hidden"]["b"])
        out = hidden @ p["out"]["w"] + p["out"]["b"]
        return jnp.mean((out - y) ** 2), out

    grads, predictions = jax.grad(loss)(params)
    return grads
