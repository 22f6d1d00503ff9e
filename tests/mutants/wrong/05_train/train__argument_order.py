# why: lr before steps in the signature: wrong by position
def train(theta, x, y, lr=0.1, steps=1000):
    losses = []
    for _ in range(int(steps)):
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x, y, lr)
    return theta, jnp.array(losses)
