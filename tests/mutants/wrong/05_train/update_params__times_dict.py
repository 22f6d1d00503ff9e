# why: lr times a dict
# misconception: tree-arithmetic
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    step = lr * grads
    return {k: params[k] - step[k] for k in params}
