# why: losses.at[i].set without keeping the result: zeros come back
# misconception: update-dropped
def train(theta, x, y, steps=1000, lr=0.1):
    losses = jnp.zeros((steps,))
    for i in range(steps):
        loss, grads = jax.value_and_grad(loss_fn)(theta, x, y)
        losses.at[i].set(loss)
        theta = theta - lr * grads
    return theta, losses
