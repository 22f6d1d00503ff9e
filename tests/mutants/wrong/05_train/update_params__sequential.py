# why: b's gradient is taken with the new w
# misconception: sequential-update
def update_params(params, x, y, lr=0.1):
    new = dict(params)
    new["w"] = new["w"] - lr * jax.grad(params_loss)(new, x, y)["w"]
    new["b"] = new["b"] - lr * jax.grad(params_loss)(new, x, y)["b"]
    return new
