# why: pairs the keys as written with the leaves as sorted: b and w swap when w is listed first
# misconception: dict-order
def grad_params(params, x, y):
    grads = jax.grad(mlp_loss)(params, x, y)
    names = [(layer, name) for layer in params for name in params[layer]]
    out = {layer: {} for layer in params}
    for (layer, name), g in zip(names, jax.tree.leaves(grads)):
        out[layer][name] = g
    return out
