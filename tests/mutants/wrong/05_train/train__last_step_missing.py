# why: the losses are complete, but the last step is not taken
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for k in range(steps):
        losses.append(loss_fn(theta, x, y))
        if k < steps - 1:
            theta = update(theta, x, y, lr)
    return theta, jnp.array(losses)
