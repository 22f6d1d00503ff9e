# why: makes y a column for the training; every prediction meets every y
# misconception: broadcast-nxn
def train(theta, x, y, steps=1000, lr=0.1):
    y = jnp.asarray(y).reshape(-1, 1)
    f = jax.jit(jax.value_and_grad(loss_fn))
    losses = []
    for _ in range(steps):
        loss, g = f(theta, x, y)
        theta = theta - lr * g
        losses.append(loss)
    return theta, jnp.array(losses)
