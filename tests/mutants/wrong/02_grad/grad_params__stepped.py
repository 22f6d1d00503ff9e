# why: already takes a step: params minus gradient
def grad_params(params, x, y):
    return jax.tree.map(lambda p, g: p - g, params, jax.grad(mlp_loss)(params, x, y))
