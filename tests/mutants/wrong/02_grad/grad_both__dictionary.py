# why: a dict, no pair
def grad_both(x, y):
    gx, gy = jax.grad(sum_squared_error, (0, 1))(x, y)
    return {"x": gx, "y": gy}
