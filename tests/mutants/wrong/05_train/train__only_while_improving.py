# why: only takes a step when the loss goes down, so a large lr stands still
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for _ in range(steps):
        loss = loss_fn(theta, x, y)
        candidate = update(theta, x, y, lr)
        if loss_fn(candidate, x, y) < loss:
            theta = candidate
        losses.append(loss)
    return theta, jnp.array(losses)
