# why: takes jax.grad(loss_fn) for the gradient
# misconception: gradient-not-called
def train(theta, x, y, steps=1000, lr=0.1):
    g = jax.grad(loss_fn)
    losses = []
    for _ in range(steps):
        losses.append(loss_fn(theta, x, y))
        theta = theta - lr * g
    return theta, jnp.array(losses)
