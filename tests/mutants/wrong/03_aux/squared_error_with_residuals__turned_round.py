# why: the residuals are y - x
def squared_error_with_residuals(x, y):
    residuals = y - x
    return jnp.sum(residuals ** 2), residuals
