# why: takes w and b in the order in which the dict lists them
# misconception: dict-order
def update_params(params, x, y, lr=0.1):
    w, b = params.values()
    r = w * x + b - y
    return {"w": w - lr * 2 * jnp.mean(r * x), "b": b - lr * 2 * jnp.mean(r)}
