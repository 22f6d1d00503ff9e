# why: Takes the layers out with `pop`, and the caller's dict is empty afterwards.
# misconception: mutates-container
def grad_params(params, x, y):
    hidden = params.pop("hidden")
    out = params.pop("out")
    return jax.grad(mlp_loss)({"hidden": hidden, "out": out}, x, y)
