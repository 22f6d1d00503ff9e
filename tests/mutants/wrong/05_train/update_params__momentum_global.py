# why: momentum in a module dict
# misconception: hidden-state
momentum = {"w": 0.0, "b": 0.0}


def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    for k in momentum:
        momentum[k] = 0.5 * momentum[k] + grads[k]
    return {k: params[k] - lr * momentum[k] for k in params}
