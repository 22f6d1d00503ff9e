# why: starts the list with the first loss and appends one after each step: steps + 1 losses
def train(theta, x, y, steps=1000, lr=0.1):
    losses = [loss_fn(theta, x, y)]
    for _ in range(steps):
        theta = update(theta, x, y, lr)
        losses.append(loss_fn(theta, x, y))
    return theta, jnp.stack(losses)
