# why: Returns minus the gradient.
# misconception: sign
def grad_params(params, x, y):
    return jax.tree.map(jnp.negative, jax.grad(mlp_loss)(params, x, y))
