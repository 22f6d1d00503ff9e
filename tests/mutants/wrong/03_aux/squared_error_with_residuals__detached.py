# why: stop_gradient on the residuals before squaring them: right values, zero gradient
def squared_error_with_residuals(x, y):
    residuals = jax.lax.stop_gradient(x - y)
    return (residuals ** 2).sum(), residuals
