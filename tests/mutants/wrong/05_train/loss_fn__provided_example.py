# why: calls the example of the page, which takes absolute values
# misconception: mae-loss
def mean_absolute_error(predictions, y):
    return jnp.mean(jnp.abs(predictions - y))


def loss_fn(theta, x, y):
    return mean_absolute_error(model(theta, x), y)
