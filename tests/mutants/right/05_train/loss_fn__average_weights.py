# why: jnp.average and jnp.power do the same
def loss_fn(theta, x, y):
    predictions = model(theta, x)
    return jnp.average(jnp.power(y - predictions, 2))
