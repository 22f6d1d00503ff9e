# why: Makes a column of y, so (n,) minus (n, 1) gives all pairs.
# misconception: broadcast-nxn
def grad_params(params, x, y):
    y = jnp.reshape(y, (-1, 1))
    return jax.grad(mlp_loss)(params, x, y)
