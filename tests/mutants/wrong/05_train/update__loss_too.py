# why: returns the loss as well
def update(theta, x, y, lr=0.1):
    loss, g = jax.value_and_grad(loss_fn)(theta, x, y)
    return theta - lr * g, loss
