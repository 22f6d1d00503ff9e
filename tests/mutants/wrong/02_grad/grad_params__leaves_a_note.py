# why: Keeps the gradient in the params for later with `setdefault`, which adds a key to the argument.
# misconception: mutates-container
def grad_params(params, x, y):
    g = jax.grad(mlp_loss)(params, x, y)
    params.setdefault("last_grad", g)
    return g
