# why: the same total of squares in the loss and in the training, each written out with a helper that forgets the mean
# misconception: sum-loss
# tasks: loss_fn, train
def sse(theta, x, y):
    w, b = theta
    return jnp.sum((w * x + b - y) ** 2)


def loss_fn(theta, x, y):
    return sse(theta, x, y)


def train(theta, x, y, steps=1000, lr=0.1):
    step = jax.jit(jax.value_and_grad(sse))
    history = []
    for _ in range(steps):
        value, g = step(theta, x, y)
        theta = theta - lr * g
        history.append(value)
    return theta, jnp.stack(history)
