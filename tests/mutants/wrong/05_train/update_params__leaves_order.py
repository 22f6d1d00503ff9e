# why: takes the leaves as w, b, but they come as b, w
# misconception: dict-order
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    gw, gb = jax.tree.leaves(grads)
    return {"w": params["w"] - lr * gw, "b": params["b"] - lr * gb}
