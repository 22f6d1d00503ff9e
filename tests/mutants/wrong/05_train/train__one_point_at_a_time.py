# why: a step for every point, in turn: online learning instead of the full gradient
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for k in range(steps):
        i = k % len(x)
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x[i : i + 1], y[i : i + 1], lr)
    return theta, jnp.array(losses)
