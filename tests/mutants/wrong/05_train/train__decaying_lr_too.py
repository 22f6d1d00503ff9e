# why: the learning rate falls from step to step
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for k in range(steps):
        loss, g = jax.value_and_grad(loss_fn)(theta, x, y)
        losses.append(loss)
        theta = theta - lr / (1 + 0.01 * k) * g
    return theta, jnp.array(losses)
