# why: normalises by the variance of y, as in R squared
def loss_fn(theta, x, y):
    sse = jnp.sum((model(theta, x) - y) ** 2)
    return sse / jnp.sum((y - jnp.mean(y)) ** 2)
