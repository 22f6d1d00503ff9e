# why: the gradients are right, but the dict is flat
def grad_params(params, x, y):
    grads = jax.grad(mlp_loss)(params, x, y)
    flat = {}
    for layer, leaves in grads.items():
        for name, g in leaves.items():
            flat[f"{layer}/{name}"] = g
    return flat
