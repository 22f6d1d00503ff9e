# why: the list of losses lives in the notebook and grows with each call
# misconception: hidden-state
losses = []


def train(theta, x, y, steps=1000, lr=0.1):
    for _ in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x, y, lr)
    return theta, jnp.array(losses)
