# why: takes the root so that the loss has the unit of y
# misconception: rmse-loss
def loss_and_grad(params, x, y):
    rmse = lambda p: jnp.sqrt(linear_loss(p, x, y))
    return jax.value_and_grad(rmse)(params)
