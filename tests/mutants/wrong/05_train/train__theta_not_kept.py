# why: calls update and drops the result
# misconception: not-reassigned
def train(theta, x, y, steps=1000, lr=0.1):
    theta = jnp.asarray(theta)
    losses = []
    for _ in range(steps):
        losses.append(loss_fn(theta, x, y))
        update(theta, x, y, lr)
    return theta, jnp.stack(losses)
