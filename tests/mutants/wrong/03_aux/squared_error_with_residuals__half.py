# why: adds the one half that makes the gradient look nicer
# misconception: half-loss
def squared_error_with_residuals(x, y):
    residuals = x - y
    return 0.5 * jnp.sum(residuals**2), residuals
