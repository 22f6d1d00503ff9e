# why: returns the whole path of theta instead of its end
def train(theta, x, y, steps=1000, lr=0.1):
    path, losses = [], []
    for _ in range(steps):
        loss, g = jax.value_and_grad(loss_fn)(theta, x, y)
        theta = theta - lr * g
        path.append(theta)
        losses.append(loss)
    return jnp.stack(path), jnp.stack(losses)
