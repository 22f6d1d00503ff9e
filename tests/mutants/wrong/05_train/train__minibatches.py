# why: stochastic gradient descent with random batches
# misconception: global-random
def train(theta, x, y, steps=1000, lr=0.1):
    losses = []
    n = len(x)
    for _ in range(steps):
        idx = np.random.choice(n, size=max(1, n // 4), replace=False)
        loss, g = jax.value_and_grad(loss_fn)(theta, x[idx], y[idx])
        theta = theta - lr * g
        losses.append(loss)
    return theta, jnp.array(losses)
