# why: lets the learning rate shrink as in many tutorials
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for t in range(steps):
        loss, g = jax.value_and_grad(loss_fn)(theta, x, y)
        theta = theta - lr / (1 + t) * g
        losses.append(loss)
    return theta, jnp.array(losses)
