# why: returns the predictions as well, so it is not a scalar
# misconception: aux-missing
def loss_fn(theta, x, y):
    pred = model(theta, x)
    return jnp.mean((pred - y) ** 2), pred
