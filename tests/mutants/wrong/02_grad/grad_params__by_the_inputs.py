# why: Counts from 1 and differentiates by x.
def grad_params(params, x, y):
    return jax.grad(mlp_loss, argnums=1)(params, x, y)
