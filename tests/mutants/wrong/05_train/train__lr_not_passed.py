# why: lr is not passed on to update
# misconception: ignores-lr
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for _ in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x, y)
    return theta, jnp.array(losses)
