# why: clears the global list first, so the numbers are right, but it is still a global that changes
# misconception: hidden-state
history = []


def train(theta, x, y, steps=1000, lr=0.1):
    history.clear()
    for _ in range(steps):
        loss, grad = jax.value_and_grad(loss_fn)(theta, x, y)
        history.append(float(loss))
        theta = theta - lr * grad
    return theta, jnp.array(history)
