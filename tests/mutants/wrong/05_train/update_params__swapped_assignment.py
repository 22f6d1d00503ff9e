# why: mixed up the names at the end: w gets b's value
def update_params(params, x, y, lr=0.1):
    w, b = params["w"], params["b"]
    g = jax.grad(params_loss)(params, x, y)
    new_w, new_b = w - lr * g["w"], b - lr * g["b"]
    return {"b": new_w, "w": new_b}
