# why: thinks a residual is a distance and never negative
def squared_error_with_residuals(x, y):
    residuals = jnp.abs(x - y)
    return jnp.sum(residuals**2), residuals
