# why: mean of squares = variance + square of the mean
def loss_fn(theta, x, y):
    r = y - model(theta, x)
    return jnp.var(r) + jnp.mean(r) ** 2
