# why: momentum; the first step is the same, the later ones are not
def train(theta, x, y, steps=1000, lr=0.1):
    velocity = jnp.zeros(2)
    losses = []
    for _ in range(steps):
        loss, g = jax.value_and_grad(loss_fn)(theta, x, y)
        velocity = 0.9 * velocity - lr * g
        theta = theta + velocity
        losses.append(loss)
    return theta, jnp.array(losses)
