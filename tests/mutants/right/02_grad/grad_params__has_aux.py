# why: Takes the predictions along as auxiliary data, prints their number, and returns only the gradients.
def grad_params(params, x, y):
    def loss(p):
        hidden = jnp.tanh(x @ p["hidden"]["w"] + p["hidden"]["b"])
        out = hidden @ p["out"]["w"] + p["out"]["b"]
        return jnp.mean(jnp.square(out - y)), out

    grads, predictions = jax.grad(loss, has_aux=True)(params)
    print("predicted", predictions.shape[0], "values")
    return grads
