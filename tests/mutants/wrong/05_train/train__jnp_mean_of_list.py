# why: gives a list straight to jnp.sum to see the average, which is an error
# misconception: list-to-jnp
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for _ in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x, y, lr)
    print("average loss", jnp.sum(losses) / steps)
    return theta, jnp.array(losses)
