# why: adds an axis out of habit and gets every x against every y
# misconception: broadcast-nxn
def squared_error_with_residuals(x, y):
    residuals = x[..., None] - y
    return jnp.sum(residuals**2), residuals
