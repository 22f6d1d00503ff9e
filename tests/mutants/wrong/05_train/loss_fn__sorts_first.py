# why: sorts both arrays in order to compare them "in order"; that breaks the pairs
def loss_fn(theta, x, y):
    return jnp.mean((model(theta, jnp.sort(x)) - jnp.sort(y)) ** 2)
