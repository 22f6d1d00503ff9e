# why: half of it
# misconception: half-loss
def loss_fn(theta, x, y):
    pred = theta[0] * x + theta[1]
    return jnp.mean((pred - y) ** 2) / 2
