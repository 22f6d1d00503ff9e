# why: scales the inputs in place for faster training; the caller's x changes and the line is another
# misconception: mutates-argument
def train(theta, x, y, steps=1000, lr=0.1):
    x -= x.mean()
    losses = []
    for _ in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x, y, lr)
    return theta, jnp.array(losses)
