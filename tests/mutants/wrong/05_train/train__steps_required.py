# why: steps and lr have no default values
def train(theta, x, y, steps, lr):
    losses = []
    for _ in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x, y, lr)
    return theta, jnp.array(losses)
