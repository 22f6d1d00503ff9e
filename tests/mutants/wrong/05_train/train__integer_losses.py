# why: an array of integers for the losses cuts off the decimals
# misconception: int-truncates
def train(theta, x, y, steps=1000, lr=0.1):
    losses = np.arange(steps)
    for i in range(steps):
        losses[i] = loss_fn(theta, x, y)
        theta = update(theta, x, y, lr)
    return theta, jnp.asarray(losses)
