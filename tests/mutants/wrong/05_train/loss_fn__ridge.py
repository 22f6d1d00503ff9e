# why: adds a small penalty on the slope, as good practice; the loss is another one
def loss_fn(theta, x, y):
    penalty = 0.01 * jnp.sum(jnp.asarray(theta) ** 2)
    return jnp.mean((model(theta, x) - y) ** 2) + penalty
