# why: typed 3 for 2, so negative errors make the loss smaller
def loss_fn(theta, x, y):
    return jnp.mean((model(theta, x) - y) ** 3)
