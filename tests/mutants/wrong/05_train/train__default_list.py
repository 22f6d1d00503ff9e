# why: the default list of losses is made once and remembers
# misconception: mutable-default
def train(theta, x, y, steps=1000, lr=0.1, losses=[]):
    for _ in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x, y, lr)
    return theta, jnp.array(losses)
