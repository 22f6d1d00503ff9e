# why: keeps the first residuals in a default argument
# misconception: mutable-default
def loss_grad_and_residuals(x, y, memo={}):
    if "r" not in memo or memo["r"].shape != x.shape:
        memo["r"] = x - y
    loss, g = jax.value_and_grad(sum_squared_error)(x, y)
    return (loss, memo["r"]), g
