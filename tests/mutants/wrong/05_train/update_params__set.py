# why: typed a comma for a colon, which makes a set of arrays
def update_params(params, x, y, lr=0.1):
    g = jax.grad(params_loss)(params, x, y)
    return {"w", params["w"] - lr * g["w"], "b", params["b"] - lr * g["b"]}
