# why: returns the last loss as a number, not all of them
def train(theta, x, y, steps=1000, lr=0.1):
    loss = None
    for _ in range(steps):
        loss, g = jax.value_and_grad(loss_fn)(theta, x, y)
        theta = theta - lr * g
    return theta, loss
