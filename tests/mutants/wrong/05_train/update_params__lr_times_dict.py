# why: lr * grads first, which a dictionary does not know
# misconception: tree-arithmetic
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    delta = lr * grads
    return jax.tree.map(lambda p, d: p - d, params, delta)
