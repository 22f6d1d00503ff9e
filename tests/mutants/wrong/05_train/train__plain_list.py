# why: returns the Python list of losses, not an array
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for _ in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = update(theta, x, y, lr)
    return theta, losses
