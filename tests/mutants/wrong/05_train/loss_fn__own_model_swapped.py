# why: wrote the line out again with slope and height exchanged
def loss_fn(theta, x, y):
    pred = theta[1] * x + theta[0]
    return jnp.mean((pred - y) ** 2)
