# why: Pairs the keys of params with the gradients' values, which come sorted by key, so w and b swap.
# misconception: dict-order
def grad_params(params, x, y):
    grads = jax.grad(mlp_loss)(params, x, y)
    result = {}
    for layer in params:
        result[layer] = dict(zip(params[layer].keys(), grads[layer].values()))
    return result
