# why: multiplies the step with theta
def update(theta, x, y, lr=0.1):
    g = jax.grad(loss_fn)(theta, x, y)
    return theta * (1 - lr * g)
