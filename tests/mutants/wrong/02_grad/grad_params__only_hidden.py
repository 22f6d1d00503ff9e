# why: Differentiates the hidden layer only and leaves the output layer out.
def grad_params(params, x, y):
    def loss(hidden):
        return mlp_loss({"hidden": hidden, "out": params["out"]}, x, y)

    return {"hidden": jax.grad(loss)(params["hidden"])}
