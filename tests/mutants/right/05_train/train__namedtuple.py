# why: a named tuple is a pair with names
from collections import namedtuple

Trained = namedtuple("Trained", ["theta", "losses"])


def train(theta, x, y, steps=1000, lr=0.1):
    loss_and_grad = jax.jit(jax.value_and_grad(loss_fn))
    theta, losses = jnp.asarray(theta), jnp.zeros(0)
    while len(losses) < steps:
        loss, grad = loss_and_grad(theta, x, y)
        losses = jnp.append(losses, loss)
        theta -= lr * grad
    return Trained(theta=theta, losses=losses)
