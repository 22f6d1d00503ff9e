# why: jax.tree.map builds a new dict, and nobody keeps it
# misconception: not-reassigned | update-dropped
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    jax.tree.map(lambda p, g: p - lr * g, params, grads)
    return params
