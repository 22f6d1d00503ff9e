# why: starts counting at one, the first loss taken beforehand: one step is missing
def train(theta, x, y, steps=1000, lr=0.1):
    theta = jnp.asarray(theta)
    losses = [loss_fn(theta, x, y)] if steps else []
    for i in range(1, steps):
        theta = theta - lr * jax.grad(loss_fn)(theta, x, y)
        losses.append(loss_fn(theta, x, y))
    return theta, jnp.array(losses)
