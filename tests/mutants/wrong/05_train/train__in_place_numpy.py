# why: a NumPy gradient and -= overwrite the start of the caller
# misconception: mutates-argument
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    for _ in range(steps):
        loss, grad = jax.value_and_grad(loss_fn)(theta, x, y)
        theta -= lr * np.asarray(grad)
        losses.append(loss)
    return theta, jnp.array(losses)
