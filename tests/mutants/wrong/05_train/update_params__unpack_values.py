# why: unpacks w, b = params.values(), which is right only when w was put in first
# misconception: dict-order
def update_params(params, x, y, lr=0.1):
    w, b = params.values()
    grads = jax.grad(params_loss)({"w": w, "b": b}, x, y)
    return {"w": w - lr * grads["w"], "b": b - lr * grads["b"]}
