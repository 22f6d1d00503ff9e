# why: rebinding the name inside the function does not reach the caller
def update(theta, x, y, lr=0.1):
    theta = theta - lr * jax.grad(loss_fn)(theta, x, y)
