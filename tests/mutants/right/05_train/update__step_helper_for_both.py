# why: update and train share a helper that returns the loss and the new theta
# tasks: update, train
def descend(theta, x, y, lr):
    loss, grad = jax.value_and_grad(loss_fn)(theta, x, y)
    return theta - lr * grad, loss


def update(theta, x, y, lr=0.1):
    return descend(theta, x, y, lr)[0]


def train(theta, x, y, steps=1000, lr=0.1):
    fast = jax.jit(descend)
    losses = np.zeros(steps, dtype=np.float32)
    for k in range(steps):
        theta, losses[k] = fast(theta, x, y, lr)
    return theta, losses
