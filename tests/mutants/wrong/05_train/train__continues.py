# why: remembers where it stopped and goes on from there at the next call
# misconception: hidden-state
def train(theta, x, y, steps=1000, lr=0.1):
    theta = getattr(train, "theta", theta)
    losses = []
    for _ in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x, y, lr)
    train.theta = theta
    return theta, jnp.array(losses)
