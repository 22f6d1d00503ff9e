# why: Returns new parameters instead of the gradient.
def grad_params(params, x, y, lr=0.1):
    g = jax.grad(mlp_loss)(params, x, y)
    return jax.tree.map(lambda p, d: p - lr * d, params, g)
