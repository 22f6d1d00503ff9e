# why: returns the theta with the lowest loss: another one when the training diverges or ends on a rise
def train(theta, x, y, steps=1000, lr=0.1):
    best, best_loss = theta, jnp.inf
    losses = []
    for _ in range(steps):
        loss, g = jax.value_and_grad(loss_fn)(theta, x, y)
        losses.append(loss)
        theta = theta - lr * g
        new = loss_fn(theta, x, y)
        if new < best_loss:
            best, best_loss = theta, new
    return best, jnp.array(losses)
