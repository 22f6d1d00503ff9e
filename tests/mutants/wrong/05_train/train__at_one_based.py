# why: counts the steps from one; the last write falls off the end without an error
# misconception: index-dropped
def train(theta, x, y, steps=1000, lr=0.1):
    losses = jnp.zeros(steps)
    for i in range(1, steps + 1):
        losses = losses.at[i].set(loss_fn(theta, x, y))
        theta = update(theta, x, y, lr)
    return theta, losses
