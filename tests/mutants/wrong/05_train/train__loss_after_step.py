# why: notes the loss after the step
# misconception: loss-after-step
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for _ in range(steps):
        theta = update(theta, x, y, lr)
        losses.append(loss_fn(theta, x, y))
    return theta, jnp.array(losses)
