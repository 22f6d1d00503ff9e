# why: a generator yields one (loss, theta) after the other
from itertools import islice


def _descent(theta, x, y, lr):
    step = jax.jit(jax.value_and_grad(lambda t: jnp.mean((t[0] * x + t[1] - y) ** 2)))
    while True:
        loss, g = step(theta)
        theta = theta - lr * g
        yield loss, theta


def train(theta, x, y, steps=1000, lr=0.1):
    theta, losses = jnp.array(theta), []
    for loss, theta in islice(_descent(theta, x, y, lr), steps):
        losses.append(loss)
    return theta, jnp.asarray(losses, dtype=theta.dtype)
