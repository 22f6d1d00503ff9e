# why: Adds the loss as a third item.
def grad_both(x, y):
    loss, (dx, dy) = jax.value_and_grad(sum_squared_error, (0, 1))(x, y)
    return dx, dy, loss
