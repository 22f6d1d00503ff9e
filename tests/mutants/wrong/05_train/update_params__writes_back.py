# why: writes into the caller's dict
# misconception: mutates-container
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    for key in grads:
        params[key] = params[key] - lr * grads[key]
    return dict(params)
