# why: the root of it
# misconception: rmse-loss
def loss_fn(theta, x, y):
    e = model(theta, x) - y
    return jnp.linalg.norm(e) / jnp.sqrt(e.size)
