# why: takes the gradient for the loss and the loss for the gradient
# misconception: value-grad-order
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for _ in range(steps):
        grad, loss = jax.value_and_grad(loss_fn)(theta, x, y)
        theta = theta - lr * grad
        losses.append(loss)
    return theta, jnp.array(losses)
