# why: pops w and b out of the caller's dict
# misconception: mutates-container
def update_params(params, x, y, lr=0.1):
    g = jax.grad(params_loss)(params, x, y)
    w = params.pop("w")
    b = params.pop("b")
    return {"w": w - lr * g["w"], "b": b - lr * g["b"]}
