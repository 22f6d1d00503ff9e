# why: squares the mean error instead of averaging the squares: errors cancel
def loss_fn(theta, x, y):
    return jnp.mean(model(theta, x) - y) ** 2
