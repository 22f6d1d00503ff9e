# why: calls it learning_rate, so lr=... is an unknown keyword
def update(theta, x, y, learning_rate=0.1):
    return theta - learning_rate * jax.grad(loss_fn)(theta, x, y)
