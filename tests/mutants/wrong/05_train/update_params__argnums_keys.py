# why: names the keys in argnums
def update_params(params, x, y, lr=0.1):
    gw, gb = jax.grad(params_loss, argnums=("w", "b"))(params, x, y)
    return {"w": params["w"] - lr * gw, "b": params["b"] - lr * gb}
