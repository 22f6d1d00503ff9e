# why: squares the residuals too early and hands the squares out
def squared_error_with_residuals(x, y):
    residuals = (x - y) ** 2
    return jnp.sum(residuals), residuals
