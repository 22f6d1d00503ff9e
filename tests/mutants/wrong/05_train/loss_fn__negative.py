# why: a score, the bigger the better
# misconception: sign
def loss_fn(theta, x, y):
    return -jnp.mean((y - model(theta, x)) ** 2)
