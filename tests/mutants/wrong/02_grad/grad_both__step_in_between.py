# why: Takes a step with the x gradient before it asks for the y gradient.
def grad_both(x, y):
    gx = jax.grad(sum_squared_error, 0)(x, y)
    x = x - 0.1 * gx
    gy = jax.grad(sum_squared_error, 1)(x, y)
    return gx, gy
