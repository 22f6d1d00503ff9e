# why: adds the squares and forgets to divide
# misconception: sum-loss
def loss_fn(theta, x, y):
    return jnp.sum((model(theta, x) - y) ** 2)
