# why: stops once the loss hardly changes, so there may be fewer losses than steps
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for _ in range(steps):
        loss, g = jax.value_and_grad(loss_fn)(theta, x, y)
        if losses and abs(losses[-1] - loss) < 1e-2:
            break
        losses.append(loss)
        theta = theta - lr * g
    return theta, jnp.array(losses)
