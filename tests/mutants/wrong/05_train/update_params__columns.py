# why: makes x and y columns of different kinds, so that all pairs are compared
# misconception: broadcast-nxn
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, jnp.asarray(x)[:, None], jnp.asarray(y))
    return jax.tree.map(lambda p, g: p - lr * g, params, grads)
