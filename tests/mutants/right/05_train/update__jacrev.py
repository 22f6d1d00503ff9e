# why: jacrev of a scalar function is its gradient
def update(theta, x, y, lr=0.1):
    return theta - lr * jax.jacrev(loss_fn)(theta, x, y)
