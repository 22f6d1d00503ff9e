# why: takes the loss once before the loop and appends the same number each time
def train(theta, x, y, steps=1000, lr=0.1):
    loss, _ = jax.value_and_grad(loss_fn)(theta, x, y)
    losses = []
    for _ in range(steps):
        theta = update(theta, x, y, lr)
        losses.append(loss)
    return theta, jnp.array(losses)
