# why: b stays as it was
# misconception: leaf-not-updated
def update_params(params, x, y, lr=0.1):
    g = jax.grad(lambda w: params_loss({**params, "w": w}, x, y))(params["w"])
    return {**params, "w": params["w"] - lr * g}
