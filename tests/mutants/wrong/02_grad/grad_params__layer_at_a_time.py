# why: Takes the output gradient after the hidden layer has already moved.
# misconception: sequential-update
def grad_params(params, x, y):
    out = {}
    p = {k: dict(v) for k, v in params.items()}
    for layer in ("hidden", "out"):
        g = jax.grad(mlp_loss)(p, x, y)[layer]
        out[layer] = g
        p[layer] = {k: p[layer][k] - 0.1 * g[k] for k in g}
    return out
