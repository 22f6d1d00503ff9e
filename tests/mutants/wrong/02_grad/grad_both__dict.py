# why: Returns a dict with names instead of a pair.
def grad_both(x, y):
    gx, gy = jax.grad(sum_squared_error, argnums=(0, 1))(x, y)
    return {"x": gx, "y": gy}
