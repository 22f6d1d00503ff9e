# why: calls the number of steps epochs, so steps=... is an unknown keyword
def train(theta, x, y, epochs=1000, lr=0.1):
    losses = []
    for _ in range(epochs):
        loss, grad = jax.value_and_grad(loss_fn)(theta, x, y)
        theta = theta - lr * grad
        losses.append(loss)
    return theta, jnp.array(losses)
