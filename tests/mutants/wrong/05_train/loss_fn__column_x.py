# why: makes x a column for the model and forgets y
# misconception: broadcast-nxn
def loss_fn(theta, x, y):
    prediction = model(theta, x[:, None])
    return jnp.mean((prediction - y) ** 2)
