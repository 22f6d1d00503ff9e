# why: keeps the theta of the least loss, as in early stopping, not the last
def train(theta, x, y, steps=1000, lr=0.1):
    best, best_loss = theta, float("inf")
    losses = []
    for _ in range(steps):
        loss = loss_fn(theta, x, y)
        if loss < best_loss:
            best, best_loss = theta, loss
        losses.append(loss)
        theta = update(theta, x, y, lr)
    return best, jnp.array(losses)
