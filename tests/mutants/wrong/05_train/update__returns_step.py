# why: returns the step and not the place one gets to
def update(theta, x, y, lr=0.1):
    return -lr * jax.grad(loss_fn)(theta, x, y)
