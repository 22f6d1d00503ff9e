# why: returns a copy, but only after editing the original in a loop
# misconception: mutates-container
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    for key in params:
        params[key] = params[key] - lr * grads[key]
    return dict(params)
