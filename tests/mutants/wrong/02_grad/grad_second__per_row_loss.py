# why: Sums the last axis only, so that a table gives a vector of losses and a number has no axis.
# misconception: non-scalar
def grad_second(x, y):
    row_loss = lambda y: jnp.sum((x - y) ** 2, axis=-1)
    return jax.grad(row_loss)(y)
