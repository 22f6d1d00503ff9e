# why: takes the gradient once before the loop, so all steps go the same way
def train(theta, x, y, steps=1000, lr=0.1):
    grad = jax.grad(loss_fn)(theta, x, y)
    losses = []
    for _ in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = theta - lr * grad
    return theta, jnp.array(losses)
