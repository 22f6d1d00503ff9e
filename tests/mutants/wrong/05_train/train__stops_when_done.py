# why: leaves the loop once the loss hardly changes any more, so that there may be fewer losses than steps
def train(theta, x, y, steps=1000, lr=0.1):
    theta = jnp.asarray(theta)
    losses = []
    for _ in range(steps):
        loss, grad = jax.value_and_grad(loss_fn)(theta, x, y)
        losses.append(loss)
        theta = theta - lr * grad
        if len(losses) > 1 and abs(losses[-2] - losses[-1]) < 1e-6:
            break
    return theta, jnp.array(losses)
