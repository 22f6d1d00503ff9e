# why: Forward-mode Jacobian of a scalar by a pytree is the same pytree.
def grad_params(params, x, y):
    params = jax.tree.map(jnp.asarray, params)
    return jax.jacfwd(mlp_loss)(params, x, y)
