# why: Stores every gradient in the dict that was handed in.
# misconception: mutates-container
def grad_params(params, x, y):
    grads = jax.grad(mlp_loss)(params, x, y)
    for layer in grads:
        for name in grads[layer]:
            params[layer][name] = grads[layer][name]
    return params
