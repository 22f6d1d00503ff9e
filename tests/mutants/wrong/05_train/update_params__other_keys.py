# why: gives the result nicer names
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    return {"weight": params["w"] - lr * grads["w"], "bias": params["b"] - lr * grads["b"]}
