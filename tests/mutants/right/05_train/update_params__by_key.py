# why: one entry after the other, matched by key
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    return {name: value - lr * grads[name] for name, value in params.items()}
