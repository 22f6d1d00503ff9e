# why: both arguments in one dict, differentiated together
def grad_both(x, y):
    g = jax.grad(lambda p: sum_squared_error(**p))({"y": y, "x": x})
    return g["x"], g["y"]
