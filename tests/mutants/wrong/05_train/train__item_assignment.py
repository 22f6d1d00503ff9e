# why: losses[i] = loss in a JAX array
# misconception: item-assignment
def train(theta, x, y, steps=1000, lr=0.1):
    losses = jnp.zeros(steps)
    for i in range(steps):
        losses[i] = loss_fn(theta, x, y)
        theta = update(theta, x, y, lr)
    return theta, losses
