# why: the default learning rate is 0.01
def update(theta, x, y, lr=0.01):
    return theta - lr * jax.grad(loss_fn)(theta, x, y)
