# why: steps + 1 losses
def train(theta, x, y, steps=1000, lr=0.1):
    losses = [loss_fn(theta, x, y)]
    for _ in range(steps):
        theta = theta - lr * jax.grad(loss_fn)(theta, x, y)
        losses.append(loss_fn(theta, x, y))
    return theta, jnp.array(losses)
