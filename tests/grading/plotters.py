"""Programs of the unit about plots: a beginner's, and one that wants to do harm by what is drawn of it."""

from __future__ import annotations

WRONG = """\
import jax
import jax.numpy as jnp
import matplotlib.pyplot as plt

def model(theta, x):
    return theta[0] * x + theta[1]

def loss_fn(theta, x, y):
    return jnp.mean((model(theta, x) - y) ** 2)

def update(theta, x, y, lr=0.1):
    return theta + lr * jax.grad(loss_fn)(theta, x, y)

def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    ax.scatter(x, y)
    ax.plot(x, theta[1] * x + theta[0])
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax

def train(theta, x, y, steps=100, lr=0.1):
    losses = []
    for _ in range(steps):
        theta = update(theta, x, y, lr)
        losses.append(loss_fn(theta, x, y))
    return theta, jnp.array(losses)
"""
HOSTILE = r"""
import jax.numpy as jnp
import matplotlib.pyplot as plt
import numpy as np

EVIL = '<script>alert(1)</script>"><img src=x onerror=alert(2)>]]>\x1b[2J' + chr(0x202E)

def model(theta, x):
    return jnp.full(24, jnp.nan)

def loss_fn(theta, x, y):
    return jnp.arange(1e5)

def update(theta, x, y, lr=0.1):
    return jnp.array([jnp.inf, -1.7e38])

def update_params(params, x, y, lr=0.1):
    return {EVIL: jnp.ones(8), "w": jnp.zeros((10, 8)), "b": 0.0}

def plot_fit(theta, x, y):
    _, ax = plt.subplots()
    for i in range(200):
        ax.plot(np.linspace(-1.7e308, 1.7e308, 200), np.full(200, np.nan if i % 2 else 1e300))
    ax.axline((-1.7e308, -1.7e308), (1.7e308, 1.7e308))
    ax.scatter(np.arange(5000.0), np.full(5000, np.inf))
    ax.set_xlabel(EVIL * 3)
    ax.set_ylabel(EVIL * 10000)
    return ax

def train(theta, x, y, steps=100, lr=0.1):
    return theta, jnp.where(jnp.arange(90000) % 3 == 0, jnp.nan, 1e38)
"""
