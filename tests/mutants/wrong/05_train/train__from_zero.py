# why: starts at zero, whatever theta is
def train(theta, x, y, steps=1000, lr=0.1):
    theta = jnp.zeros(2)
    losses = []
    for _ in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x, y, lr=lr)
    return theta, jnp.array(losses)
