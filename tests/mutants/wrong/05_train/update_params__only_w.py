# why: forgot that b has to move too
# misconception: leaf-not-updated
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    return {"w": params["w"] - lr * grads["w"], "b": params["b"]}
