# why: Tries to scale a dict like an array.
# misconception: tree-arithmetic
def grad_params(params, x, y):
    total = lambda p: mlp_loss(p, x, y) * len(y)
    return jax.grad(total)(params) / len(y)
