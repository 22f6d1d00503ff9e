# why: copied the example, the mean absolute error
# misconception: mae-loss
def loss_fn(theta, x, y):
    return jnp.mean(jnp.abs(model(theta, x) - y))
