# why: passes the loss's value to jax.grad
# misconception: grad-of-value
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss(params, x, y))(params)
    return jax.tree.map(lambda p, g: p - lr * g, params, grads)
