# why: a column of predictions against a row of targets
# misconception: broadcast-nxn
def loss_fn(theta, x, y):
    X = jnp.stack([x, jnp.ones_like(x)], axis=-1)
    predictions = X @ jnp.asarray(theta)[:, None]
    return jnp.mean(jnp.square(predictions - y))
