# why: Adds a tiny noise from Python's random to break ties, and so moves the global generator.
# misconception: global-random
import random


def grad_both(x, y):
    eps = 1e-9 * random.random()
    return jax.grad(sum_squared_error, argnums=(0, 1))(x + eps, y)
