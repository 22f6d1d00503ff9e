# why: 0.01 is the default of many optimisers
def update(theta, x, y, lr=0.01):
    grads = jax.grad(loss_fn)(theta, x, y)
    return theta - lr * grads
