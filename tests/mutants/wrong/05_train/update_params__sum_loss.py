# why: an own loss that sums the squares
# misconception: sum-loss
def update_params(params, x, y, lr=0.1):
    def my_loss(p):
        return ((p["w"] * x + p["b"] - y) ** 2).sum()

    grads = jax.grad(my_loss)(params)
    return {name: value - lr * grads[name] for name, value in params.items()}
