# why: `dict(params)` copies the outer dict only; the layers are the caller's.
# misconception: mutates-container
def grad_params(params, x, y):
    g = jax.grad(mlp_loss)(params, x, y)
    out = dict(params)
    for layer, leaves in out.items():
        leaves.update(g[layer])
    return out
