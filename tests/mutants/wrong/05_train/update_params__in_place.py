# why: writes the new values into the caller's dict
# misconception: mutates-container
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    params["w"] -= lr * grads["w"]
    params["b"] -= lr * grads["b"]
    return params
