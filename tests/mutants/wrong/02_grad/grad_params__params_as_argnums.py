# why: Says "with respect to params" by giving params as argnums.
# misconception: point-as-argnums
def grad_params(params, x, y):
    return jax.grad(mlp_loss, argnums=params)(params, x, y)
