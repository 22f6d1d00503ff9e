# why: lr has no default, so update(theta, x, y) is an error
def update(theta, x, y, lr):
    return theta - lr * jax.grad(loss_fn)(theta, x, y)
