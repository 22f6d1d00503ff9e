# why: the square of the mean error
def loss_fn(theta, x, y):
    return jnp.mean(theta[0] * x + theta[1] - y) ** 2
