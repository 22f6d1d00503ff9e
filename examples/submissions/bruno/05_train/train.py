"""Exercise 5. -- Bruno

Run `python train.py` to see the plot. What I tried with the learning rate is in notes.txt.
"""

import jax
import jax.numpy as jnp
import matplotlib.pyplot as plt
import numpy as np


def make_data(seed, n):
    rng = np.random.default_rng(seed)
    xs = rng.normal(size=n)
    noise = rng.normal(size=n)
    return xs, 3 * xs - 1 + 0.1 * noise


def params_loss(params, x, y):
    return jnp.mean((params["w"] * x + params["b"] - y) ** 2)


def model(theta, x):
    return theta[0] * x + theta[1]


def loss_fn(theta, x, y):
    return jnp.mean((model(theta, x) - y) ** 2)


def update(theta, x, y, lr=0.1):
    return theta - lr * jax.grad(loss_fn)(theta, x, y)


_fast_loss = jax.jit(loss_fn)
_fast_update = jax.jit(update)


def train(theta, x, y, steps=1000, lr=0.1):
    losses = np.zeros(steps)
    for step in range(steps):
        losses[step] = _fast_loss(theta, x, y)
        theta = _fast_update(theta, x, y, lr)
    return theta, losses


def update_params(params, x, y, lr=0.1):
    grads = jax.grad(params_loss)(params, x, y)
    return {name: params[name] - lr * grads[name] for name in params}


def plot_fit(theta, x, y):
    _, ax = plt.subplots(figsize=(5, 4))
    ax.plot(x, y, "o", markersize=4)
    line = np.linspace(min(x), max(x), 50)
    ax.plot(line, model(theta, line))
    ax.set(xlabel="x", ylabel="y", title="My first trained model")
    return ax


if __name__ == "__main__":
    xs, ys = make_data(seed=0, n=100)
    theta, losses = train(jnp.zeros(2), xs, ys)
    print("theta", theta, "loss", losses[-1])
    plot_fit(theta, xs, ys)
    plt.show()
