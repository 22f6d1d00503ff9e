# why: took the root to have the unit of y again
# misconception: rmse-loss
def loss_fn(theta, x, y):
    mse = jnp.mean(jnp.square(model(theta, x) - y))
    return jnp.sqrt(mse)
