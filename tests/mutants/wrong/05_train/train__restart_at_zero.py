# why: begins at zero as the page does, whatever theta was given
# misconception: hard-coded
# not recognised: from outside, nothing tells one fixed number or shape from another mistake
def train(theta, x, y, steps=1000, lr=0.1):
    theta = jnp.zeros(2)
    losses = []
    for _ in range(steps):
        loss, grad = jax.value_and_grad(loss_fn)(theta, x, y)
        losses.append(loss)
        theta = theta - lr * grad
    return theta, jnp.array(losses)
