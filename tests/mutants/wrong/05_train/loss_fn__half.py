# why: the factor one half from the lecture, so that the derivative looks nicer
# misconception: half-loss
def loss_fn(theta, x, y):
    r = model(theta, x) - y
    return 0.5 * jnp.mean(r**2)
