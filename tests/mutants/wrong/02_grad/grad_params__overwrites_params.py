# why: writes the gradients into the caller's inner dicts
# misconception: mutates-container
def grad_params(params, x, y):
    grads = jax.grad(mlp_loss)(params, x, y)
    result = dict(params)
    for layer in result:
        for name in result[layer]:
            result[layer][name] = grads[layer][name]
    return result
