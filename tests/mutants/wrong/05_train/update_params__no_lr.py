# why: forgot to multiply by lr
# misconception: ignores-lr
def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    return jax.tree.map(jnp.subtract, params, grads)
