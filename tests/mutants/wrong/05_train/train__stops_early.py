# why: stops when nothing changes any more, so there may be fewer than steps losses
# misconception: ignores-steps
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for _ in range(steps):
        loss, g = jax.value_and_grad(loss_fn)(theta, x, y)
        losses.append(loss)
        theta = theta - lr * g
        if jnp.abs(g).max() < 0.5:
            break
    return theta, jnp.array(losses)
