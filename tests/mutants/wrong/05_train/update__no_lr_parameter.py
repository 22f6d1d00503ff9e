# why: left the learning rate out of the signature
# misconception: ignores-lr
LEARNING_RATE = 0.1


def update(theta, x, y):
    return theta - LEARNING_RATE * jax.grad(loss_fn)(theta, x, y)
