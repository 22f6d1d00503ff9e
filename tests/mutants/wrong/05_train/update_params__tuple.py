# why: returns w and b as a pair
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    w = params["w"] - lr * grads["w"]
    b = params["b"] - lr * grads["b"]
    return w, b
