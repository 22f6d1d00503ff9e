# why: matches values by order; the gradients come back with sorted keys
# misconception: dict-order
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    new = {}
    for name, p, g in zip(params.keys(), params.values(), grads.values()):
        new[name] = p - lr * g
    return new
