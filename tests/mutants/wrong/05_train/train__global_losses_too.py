# why: a module-level list that is never emptied: the second training has the first one's losses too
# misconception: hidden-state
history = []


def train(theta, x, y, steps=1000, lr=0.1):
    for _ in range(steps):
        loss, g = jax.value_and_grad(loss_fn)(theta, x, y)
        history.append(loss)
        theta = theta - lr * g
    return theta, jnp.array(history)
