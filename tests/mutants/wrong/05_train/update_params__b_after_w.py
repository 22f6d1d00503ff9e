# why: b's gradient is taken at the new w
# misconception: sequential-update
def update_params(params, x, y, lr=0.1):
    new = dict(params)
    for key in ("w", "b"):
        new[key] = new[key] - lr * jax.grad(params_loss)(new, x, y)[key]
    return new
