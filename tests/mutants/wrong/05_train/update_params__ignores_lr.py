# why: the rate 0.1 is written into the lambda
# misconception: ignores-lr
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    return jax.tree.map(lambda p, g: p - 0.1 * g, params, grads)
