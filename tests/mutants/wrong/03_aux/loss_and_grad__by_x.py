# why: counts arguments from one, so argnums=1 is taken for params but differentiates by x
def loss_and_grad(params, x, y):
    return jax.value_and_grad(linear_loss, argnums=1)(params, x, y)
