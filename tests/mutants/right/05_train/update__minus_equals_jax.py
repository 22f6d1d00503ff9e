# why: theta -= lr * grad with a JAX gradient rebinds the name and changes nothing of the caller's
def update(theta, x, y, lr=0.1):
    grad = jax.grad(loss_fn)(theta, x, y)
    theta -= lr * grad
    return theta
