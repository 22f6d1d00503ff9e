# why: The loss inside uses a y from the top of the cell, not the argument.
# misconception: stale-global | hard-coded
# not recognised: the argument is read, and the foreign data too
target = jnp.array([1.0, 2.0, 3.0])


def loss_at(x):
    return sum_squared_error(x, target)


def grad_first(x, y):
    return jax.grad(loss_at)(x)
