# why: plus
# misconception: ascent | sign
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    return jax.tree.map(lambda p, g: p + lr * g, params, grads)
