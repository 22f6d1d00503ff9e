# why: made y a column "for the matrix product", so all predictions meet all y
# misconception: broadcast-nxn
def loss_fn(theta, x, y):
    y = jnp.reshape(y, (-1, 1))
    pred = model(theta, x)
    return jnp.mean((pred - y) ** 2)
